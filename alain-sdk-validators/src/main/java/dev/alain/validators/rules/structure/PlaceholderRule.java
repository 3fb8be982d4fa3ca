package dev.alain.validators.rules.structure;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.CodeAnalysis;
import dev.alain.code.Place;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.PythonText;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nothing stands for missing content, exercises aside. */
final class PlaceholderRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR016");
    private static final Set<String> EXERCISE_TAGS = Set.of("exercise", "quiz", "exercises", "assignment");
    private static final int MOST = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Set<String> exercises = exercises(view);
        Map<String, Integer> counts = new HashMap<>();
        FindingSink capped = finding -> {
            if (counts.merge(finding.cellId().orElse(""), 1, Integer::sum) <= MOST) {
                findings.report(finding);
            }
        };
        for (CodeCell cell : view.code()) {
            if (!exercises.contains(cell.id())) {
                code(cell, capped);
            }
        }
        view.analysis().ifPresent(analysis -> ellipses(analysis, exercises, capped));
        for (Prose.Paragraph paragraph : Prose.of(view).paragraphs()) {
            if (!exercises.contains(paragraph.cellId())) {
                prose(paragraph, capped);
            }
        }
    }

    private static Set<String> exercises(NotebookView view) {
        Set<String> exercises = new HashSet<>(Sections.of(view).exercises(view));
        for (Cell cell : view.cells()) {
            if (cell.tags().stream().anyMatch(EXERCISE_TAGS::contains)) {
                exercises.add(cell.id());
            }
        }
        return exercises;
    }

    private static void code(CodeCell cell, FindingSink findings) {
        PythonText python = PythonText.of(cell.source());
        int found = 0;
        for (PythonText.Piece comment : python.comments()) {
            String what = found < MOST ? PlaceholderText.inComment(comment.text()) : "";
            if (!what.isEmpty()) {
                found++;
                Place place = PythonText.place(cell.source(), comment.start(), comment.end());
                findings.report(finding(cell.id(), place, "the comment \"" + Excerpt.of(comment.text()) + "\"", what));
            }
        }
        for (PythonText.Piece string : python.strings()) {
            if (found < MOST && PlaceholderText.isLiteral(string.text())) {
                found++;
                Place place = PythonText.place(cell.source(), string.start(), string.end());
                findings.report(finding(cell.id(), place, "the text " + string.text(), string.text()));
            }
        }
    }

    /** An ellipsis in a body or a slice is Python; as a statement of its own it stands for something. */
    private static void ellipses(CodeAnalysis analysis, Set<String> exercises, FindingSink findings) {
        for (CellAnalysis cell : analysis.cells()) {
            for (Construct construct : exercises.contains(cell.cellId()) ? List.<Construct>of() : cell.constructs()) {
                if (construct.kind() == Construct.Kind.LOOSE_ELLIPSIS) {
                    findings.report(finding(cell.cellId(), construct.place(), "the statement \"...\"", "..."));
                }
            }
        }
    }

    private static void prose(Prose.Paragraph paragraph, FindingSink findings) {
        String what = PlaceholderText.inProse(paragraph.text());
        if (!what.isEmpty()) {
            Place place = paragraph.place();
            findings.report(finding(paragraph.cellId(), place, "\"" + Excerpt.of(paragraph.text()) + "\"", what));
        }
    }

    private static Finding finding(String cell, Place place, String where, String what) {
        return Finding.of(INFO, where + " stands for missing content")
                .cell(cell)
                .place(place)
                .remedy("write what is missing")
                .fixes(Fix.instruct(cell, "Write what \"" + Excerpt.of(what) + "\" stands for, or leave it out."))
                .build();
    }
}
