package dev.alain.core.assemble;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a notebook that is being put together, each with its role. */
final class Draft {
    /**
     * What a cell is there for.
     *
     * @param role such as {@code step} or {@code quiz}
     * @param step 0 when the cell belongs to none
     * @param sources ids of facts and snippets
     */
    record Role(String role, int step, List<String> sources) {}

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();

    void markdown(String id, String role, String... paragraphs) {
        markdown(id, new Role(role, 0, List.of()), paragraphs);
    }

    void markdown(String id, Role role, String... paragraphs) {
        cells.add(MarkdownCell.of(id, String.join("\n\n", paragraphs).strip()));
        roles.put(id, role);
    }

    void code(String id, String role, String source, String... tags) {
        code(id, new Role(role, 0, List.of()), source, tags);
    }

    void code(String id, Role role, String source, String... tags) {
        cells.add(CodeCell.of(id, source.strip(), tags));
        roles.put(id, role);
    }

    List<Cell> cells() {
        return List.copyOf(cells);
    }

    Map<String, Role> roles() {
        return roles;
    }
}
