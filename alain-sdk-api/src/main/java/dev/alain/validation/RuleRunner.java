package dev.alain.validation;

import dev.alain.code.CodeAnalyzer;
import dev.alain.notebook.NotebookDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs the rules of catalogues over a notebook.
 *
 * <p>A rule that throws is reported as failed and the others go on. Rules of profile {@code alain} run only on notebooks
 * with {@code metadata.alain}.
 */
final class RuleRunner implements NotebookValidator {
    private static final String ALAIN = "alain";

    private final List<NotebookRule> rules;
    private final Optional<CodeAnalyzer> analyzer;
    private final Map<String, String> notes;

    /**
     * @param analyzer reads code; without one, rules that need it find nothing and the report says so
     */
    RuleRunner(List<NotebookRule> rules, Optional<CodeAnalyzer> analyzer) {
        this.rules = rules;
        this.analyzer = analyzer;
        this.notes = analyzer.isPresent()
                ? Map.of()
                : Map.of("COD", "the validators module is not there, so code was not analysed");
    }

    @Override
    public ValidationReport validate(NotebookDocument document) {
        NotebookView view = view(document);
        boolean ours =
                document.json().map(json -> json.path("metadata").has(ALAIN)).orElse(false);
        List<Finding> findings = new ArrayList<>();
        List<String> run = new ArrayList<>();
        Map<String, String> skipped = new TreeMap<>(notes);
        Map<String, String> failed = new TreeMap<>();
        for (NotebookRule rule : rules) {
            String id = rule.info().id();
            boolean contract = rule.info().profiles().contains(ALAIN);
            if (contract && !ours) {
                skipped.put(id, "the notebook was not made by ALAIN");
            } else if (contract && view.notebook().isEmpty()) {
                skipped.put(id, "the document is not a valid notebook");
            } else if (check(rule, view, findings, failed)) {
                run.add(id);
            }
        }
        return new ValidationReport(findings, run, skipped, failed, List.of());
    }

    private NotebookView view(NotebookDocument document) {
        NotebookView view = NotebookView.of(document);
        if (analyzer.isEmpty() || view.notebook().isEmpty()) {
            return view;
        }
        return view.withAnalysis(analyzer.get().analyze(view.notebook().get()));
    }

    /** A rule is a plug-in: whatever it throws must not stop the others. */
    private static boolean check(
            NotebookRule rule, NotebookView view, List<Finding> findings, Map<String, String> failed) {
        List<Finding> own = new ArrayList<>();
        try {
            rule.check(view, own::add);
            findings.addAll(own);
            return true;
        } catch (RuntimeException e) {
            failed.put(rule.info().id(), e.getClass().getSimpleName());
            return false;
        }
    }
}
