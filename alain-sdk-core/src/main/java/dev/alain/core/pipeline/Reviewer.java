package dev.alain.core.pipeline;

import dev.alain.core.teach.Judge;
import dev.alain.core.teach.WrittenSection;
import dev.alain.lesson.SectionCell;
import dev.alain.notebook.Notebook;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out which sections have to be written again, and why. */
final class Reviewer {
    /** After so many rounds what is left is left. */
    private static final int MOST_ROUNDS = 2;

    private final NotebookValidator validator;
    private final String spare;

    /**
     * @param spare the teacher whose sections are not sent back, because it would write the same
     */
    Reviewer(NotebookValidator validator, String spare) {
        this.validator = validator;
        this.spare = spare;
    }

    ValidationReport report(Notebook notebook) {
        return validator.validate(notebook);
    }

    /** What is wrong with sections, by step; empty when nothing is or nobody is left to mend it. */
    Map<Integer, List<String>> sentBack(
            ValidationReport report, List<WrittenSection> sections, List<Judge.Issue> issues, int round) {
        Map<Integer, List<String>> wrong = new TreeMap<>();
        if (round >= MOST_ROUNDS) {
            return wrong;
        }
        for (Finding finding : report.findings()) {
            int step = finding.severity() == Severity.ERROR
                    ? finding.cellId().map(Reviewer::step).orElse(0)
                    : 0;
            note(wrong, step, finding.message() + " (" + finding.ruleId() + ")");
        }
        repeated(sections).forEach((step, first) -> note(wrong, step, "the section repeats step " + first));
        issues.stream()
                .filter(issue -> issue.severity().equals("error"))
                .forEach(issue -> note(wrong, issue.step(), issue.message()));
        wrong.keySet()
                .removeIf(step -> step < 1
                        || step > sections.size()
                        || sections.get(step - 1).account().teacher().equals(spare));
        return wrong;
    }

    private static void note(Map<Integer, List<String>> wrong, int step, String message) {
        wrong.computeIfAbsent(step, unused -> new ArrayList<>()).add(message);
    }

    /** The step that a cell belongs to, by its id {@code s03-c2}; 0 for none. */
    private static int step(String cellId) {
        boolean step = cellId.length() > 4
                && cellId.charAt(0) == 's'
                && Character.isDigit(cellId.charAt(1))
                && Character.isDigit(cellId.charAt(2))
                && cellId.charAt(3) == '-';
        return step ? Integer.parseInt(cellId.substring(1, 3)) : 0;
    }

    private static Map<Integer, Integer> repeated(List<WrittenSection> sections) {
        Map<List<String>, Integer> seen = new HashMap<>();
        Map<Integer, Integer> repeated = new TreeMap<>();
        for (WrittenSection written : sections) {
            List<String> texts = written.section().content().stream()
                    .map(SectionCell::source)
                    .toList();
            Integer first = seen.putIfAbsent(texts, written.section().number());
            if (first != null) {
                repeated.put(written.section().number(), first);
            }
        }
        return repeated;
    }
}
