package dev.alain.validation;

import dev.alain.code.CodeAnalyzer;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Runs the rules of catalogues over a notebook.
 *
 * <p>A rule that throws is reported as failed and the others go on.
 */
final class RuleRunner implements NotebookValidator {
    private static final String ALAIN = "alain";

    private final List<NotebookRule> rules;
    private final Optional<CodeAnalyzer> analyzer;
    private final ValidationOptions options;
    private final Set<String> profiles;

    /**
     * @param analyzer reads code; without one, rules that need it find nothing and the report says so
     */
    RuleRunner(List<NotebookRule> rules, Optional<CodeAnalyzer> analyzer, ValidationOptions options) {
        this.rules = rules;
        this.analyzer = analyzer;
        this.options = options;
        this.profiles = Profiles.resolve(options.profiles());
    }

    @Override
    public String id() {
        List<String> ids = rules.stream().map(rule -> rule.info().id()).toList();
        return ids + " " + profiles.stream().sorted().toList() + " " + analyzer.isPresent() + " "
                + options.fingerprint();
    }

    @Override
    public ValidationReport validate(NotebookDocument document) {
        Map<String, String> skipped = new TreeMap<>();
        Map<String, String> failed = new TreeMap<>();
        NotebookView view = view(document, skipped, failed);
        List<NotebookRule> chosen = chosen(view, skipped);
        Waivers waivers = Waivers.of(options, view);
        List<Finding> findings = new ArrayList<>();
        List<String> run = new ArrayList<>();
        Map<String, RuleInfo> infos = new TreeMap<>();
        for (NotebookRule rule : chosen) {
            RuleInfo info = rule.info();
            if (check(rule, view, finding -> findings.add(configured(finding)), failed)) {
                run.add(info.id());
                infos.put(info.id(), info);
            }
        }
        List<Finding> kept = waivers.setAside(findings, infos);
        infos.keySet().retainAll(kept.stream().map(Finding::ruleId).toList());
        NotebookMetrics metrics = view.notebook().map(NotebookMetrics::of).orElse(NotebookMetrics.NONE);
        return new ValidationReport(kept, run, skipped, failed, waivers.used(), metrics, infos);
    }

    private NotebookView view(NotebookDocument document, Map<String, String> skipped, Map<String, String> failed) {
        NotebookView view =
                NotebookView.of(document).withProfiles(options.profiles()).withSettings(options.settings());
        if (analyzer.isEmpty()) {
            skipped.put("COD", "the validators module is not there, so code was not analysed");
            return view;
        }
        Optional<Notebook> notebook = view.notebook();
        if (notebook.isEmpty()) {
            return view;
        }
        try {
            return view.withAnalysis(analyzer.get().analyze(notebook.get()));
        } catch (RuntimeException | StackOverflowError e) {
            failed.put("COD", "code was not analysed: " + e.getClass().getSimpleName());
            return view;
        }
    }

    private List<NotebookRule> chosen(NotebookView view, Map<String, String> skipped) {
        List<NotebookRule> chosen = new ArrayList<>();
        Set<String> contract = new java.util.HashSet<>();
        rules.stream()
                .map(NotebookRule::info)
                .filter(info -> info.profiles().contains(ALAIN))
                .forEach(info -> contract.add(info.id()));
        for (NotebookRule rule : rules) {
            RuleInfo info = rule.info();
            String reason = reasonToSkip(info, view, contract);
            if (!reason.isEmpty()) {
                skipped.put(info.id(), reason);
            } else if (isAskedFor(info)) {
                chosen.add(rule);
            }
        }
        return chosen;
    }

    /** Rules outside the known families, such as those of plug-ins, always run. */
    private boolean isAskedFor(RuleInfo info) {
        return info.profiles().stream().anyMatch(profiles::contains)
                || info.profiles().stream().noneMatch(Profiles::isFamily);
    }

    private String reasonToSkip(RuleInfo info, NotebookView view, Set<String> contract) {
        if (options.off().contains(info.id())) {
            return "turned off";
        }
        boolean ours = view.isOurs();
        if (info.profiles().contains(ALAIN) && isAskedFor(info)) {
            if (!ours) {
                return "the notebook was not made by ALAIN";
            }
            return view.notebook().isEmpty() || !view.problems().isEmpty()
                    ? "the document is not a valid notebook"
                    : "";
        }
        boolean yields = ours && contract.contains(info.yieldsTo()) && profiles.contains(ALAIN);
        return yields ? info.yieldsTo() + " decides on notebooks made by ALAIN" : "";
    }

    private Finding configured(Finding finding) {
        Severity severity = options.severities().get(finding.ruleId());
        return severity == null || severity == finding.severity() ? finding : finding.withSeverity(severity);
    }

    /** A rule is a plug-in: whatever it throws must not stop the others. */
    private static boolean check(
            NotebookRule rule, NotebookView view, Consumer<Finding> findings, Map<String, String> failed) {
        List<Finding> own = new ArrayList<>();
        try {
            rule.check(view, own::add);
            own.forEach(findings);
            return true;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            String detail = e instanceof IllegalArgumentException ? ": " + e.getMessage() : "";
            failed.put(rule.info().id(), e.getClass().getSimpleName() + detail);
            return false;
        }
    }
}
