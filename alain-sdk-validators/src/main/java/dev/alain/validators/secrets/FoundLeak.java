package dev.alain.validators.secrets;

import dev.alain.code.Place;
import dev.alain.validation.Fix;
import java.util.List;
import java.util.Optional;

/**
 * A secret in a notebook.
 *
 * @param cellId empty when it stands outside all cells
 * @param where for people, after "in": {@code the code}, {@code the output}, {@code metadata /kernelspec}
 * @param place where its first piece stands in the cell's text; empty outside texts
 * @param edits what takes it away; empty when nothing can do so without naming it
 */
public record FoundLeak(Leak leak, String cellId, String where, Optional<Place> place, List<Fix.Edit> edits) {
    /** Copies the list. */
    public FoundLeak {
        edits = List.copyOf(edits);
    }
}
