package dev.alain.validators.secrets;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.NotebookView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every secret of a notebook: in its texts, its outputs, its metadata, its embedded files, its stray keys. */
public final class NotebookLeaks {
    private final List<FoundLeak> leaks = new ArrayList<>();

    private NotebookLeaks() {}

    /** The secrets of a notebook, looked for once. */
    public static NotebookLeaks of(NotebookView view) {
        return view.derived(NotebookLeaks.class, NotebookLeaks::search);
    }

    /** In order of cells; those outside cells come last. */
    public List<FoundLeak> leaks() {
        return List.copyOf(leaks);
    }

    private static NotebookLeaks search(NotebookView view) {
        NotebookLeaks found = new NotebookLeaks();
        if (view.json().isMissingNode()) {
            found.inBytes(new String(view.document().bytes(), StandardCharsets.UTF_8));
            return found;
        }
        CodeLeaks code = CodeLeaks.of(view);
        for (Cell cell : view.cells()) {
            if (cell instanceof CodeCell run) {
                found.leaks.addAll(code.of(run));
                found.leaks.addAll(OutputLeaks.of(run));
            } else {
                found.leaks.addAll(TextLeaks.of(cell, cell instanceof MarkdownCell));
                found.leaks.addAll(AttachmentLeaks.of(cell));
            }
            found.leaks.addAll(MetadataLeaks.of(cell.id(), cell.metadata()));
        }
        found.leaks.addAll(MetadataLeaks.of("", view.metadata()));
        found.leaks.addAll(StrayLeaks.of(view));
        return found;
    }

    private void inBytes(String text) {
        SecretScanner.scan(text)
                .forEach(leak -> leaks.add(new FoundLeak(leak, "", "the file", Optional.empty(), List.of())));
    }
}
