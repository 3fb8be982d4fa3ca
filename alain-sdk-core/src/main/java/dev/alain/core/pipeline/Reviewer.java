package dev.alain.core.pipeline;

import dev.alain.core.teach.Judge;
import dev.alain.core.teach.WrittenSection;
import dev.alain.lesson.SectionCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.Finding;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.QualityGate;
import dev.alain.validation.ValidationReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out which sections have to be written again, and why. */
final class Reviewer {
    /** After so many rounds what is left is left. */
    private static final int MOST_ROUNDS = 2;

    private final NotebookValidator validator;
    private final QualityGate gate;
    private final String spare;

    /**
     * @param spare the teacher whose sections are not sent back, because it would write the same
     */
    Reviewer(NotebookValidator validator, QualityGate gate, String spare) {
        this.validator = validator;
        this.gate = gate;
        this.spare = spare;
    }

    /** The notebook with its safe fixes applied, and what is left to say of it. */
    Reviewed review(Notebook notebook) {
        NotebookFixer.Fixed fixed =
                NotebookFixer.using(validator).fix(NotebookDocument.read(NotebookFormat.write(notebook)));
        if (!fixed.changed()) {
            return new Reviewed(notebook, fixed.report(), List.of());
        }
        Notebook mended = Stamp.renewed(fixed.notebook());
        List<String> fixes = fixed.applied().stream().map(Object::toString).toList();
        return new Reviewed(mended, validator.validate(mended), fixes);
    }

    boolean accepts(ValidationReport report) {
        return gate.accepts(report);
    }

    /** What is wrong with sections, by step; empty when nothing is or nobody is left to mend it. */
    Map<Integer, List<String>> sentBack(
            Reviewed reviewed, List<WrittenSection> sections, List<Judge.Issue> issues, int round) {
        ValidationReport report = reviewed.report();
        Map<Integer, List<String>> wrong = new TreeMap<>();
        if (round >= MOST_ROUNDS) {
            return wrong;
        }
        for (Finding finding : report.findings()) {
            int step = gate.sendsBack(finding, report)
                    ? finding.cellId().map(Reviewer::step).orElse(0)
                    : 0;
            note(wrong, step, complaint(finding));
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

    /** What the teacher is told of a finding: what is wrong, where, and how to write it instead. */
    private static String complaint(Finding finding) {
        String line = finding.line() == 0 ? "" : ", line " + finding.line();
        String orders = finding.fixes().stream()
                .flatMap(fix -> fix.edits().stream())
                .filter(Fix.Instruct.class::isInstance)
                .map(edit -> "; " + ((Fix.Instruct) edit).instruction())
                .distinct()
                .collect(Collectors.joining());
        return finding.message() + " (" + finding.ruleId() + line + ")" + orders;
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
