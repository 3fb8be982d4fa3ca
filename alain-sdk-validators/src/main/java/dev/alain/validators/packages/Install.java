package dev.alain.validators.packages;

import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import java.util.List;
import java.util.Optional;

/**
 * A command of a notebook that installs packages.
 *
 * @param tool {@code pip}, {@code uv} or {@code conda}; {@code requirements} for a file of them that a cell writes
 * @param requirements what it asks for, in order
 * @param editable whether the notebook's own folder or another is installed for editing
 * @param index of the cell among the notebook's code cells
 * @param command the shell line or magic; empty when Python code runs it
 */
public record Install(
        String tool,
        List<Requirement> requirements,
        boolean editable,
        String cellId,
        int index,
        Place place,
        Optional<Command> command) {
    /** Copies the list. */
    public Install {
        requirements = List.copyOf(requirements);
    }

    /** Packages of the index that it names. */
    public List<Requirement> packages() {
        return requirements.stream()
                .filter(r -> r.kind() == Requirement.Kind.PACKAGE)
                .toList();
    }

    /** Whether it brings something that cannot be read from the notebook. */
    public boolean bringsUnknown() {
        return editable || requirements.stream().anyMatch(r -> r.kind() != Requirement.Kind.PACKAGE);
    }
}
