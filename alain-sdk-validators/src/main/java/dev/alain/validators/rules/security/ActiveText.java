package dev.alain.validators.rules.security;

import dev.alain.notebook.Cell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.RawCell;
import dev.alain.validation.NotebookView;
import dev.alain.validation.Severity;
import dev.alain.validators.html.Cleaning;
import dev.alain.validators.rules.security.MarkdownGuard.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What acts in the markdown and raw cells of a notebook, by cell id. */
record ActiveText(Map<String, MarkdownGuard> cells) {
    private static final int MOST_PASSES = 8;

    ActiveText {
        cells = new LinkedHashMap<>(cells);
    }

    static ActiveText of(NotebookView view) {
        return view.derived(ActiveText.class, ActiveText::read);
    }

    private static ActiveText read(NotebookView view) {
        Map<String, MarkdownGuard> cells = new LinkedHashMap<>();
        for (Cell cell : view.cells()) {
            if (cell instanceof MarkdownCell) {
                cells.put(cell.id(), MarkdownGuard.of(cell.source()));
            } else if (cell instanceof RawCell) {
                cells.put(cell.id(), raw(cell));
            }
        }
        return new ActiveText(cells);
    }

    /** Raw text is shown as HTML only when it says so, or when it is all that it can be. */
    private static MarkdownGuard raw(Cell cell) {
        String kind = cell.metadata()
                .path("raw_mimetype")
                .asText(cell.metadata().path("format").asText(""));
        boolean shown = kind.isEmpty() || kind.contains("html") || kind.contains("markdown") || kind.contains("svg");
        List<Problem> problems = new ArrayList<>();
        for (Cleaning.Change change : shown ? Cleaning.of(cell.source()) : List.<Cleaning.Change>of()) {
            if (!change.message().isEmpty() && change.severity() == Severity.ERROR) {
                Severity severity = kind.isEmpty() ? Severity.WARNING : Severity.ERROR;
                problems.add(new Problem("SEC014", severity, change.start(), change.message(), true));
            }
        }
        return new MarkdownGuard(problems, problems.isEmpty() ? cell.source() : cleaned(cell.source()));
    }

    private static String cleaned(String html) {
        String clean = html;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<Cleaning.Change> changes = Cleaning.of(clean);
            if (changes.isEmpty()) {
                return clean;
            }
            StringBuilder next = new StringBuilder();
            int at = 0;
            for (Cleaning.Change change : changes) {
                next.append(clean, at, change.start()).append(change.text());
                at = change.end();
            }
            clean = next.append(clean, at, clean.length()).toString();
        }
        return Cleaning.of(clean).isEmpty() ? clean : clean.replace("<", "&lt;");
    }
}
