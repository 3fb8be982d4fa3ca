package dev.alain.validators.rules.format;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.format.Violations.Violation;
import java.util.List;

/** The document keeps one part of the format's schema; which one, the rule's id says. */
final class ViolationRule implements NotebookRule {
    /** All have the same cause and the same fix. */
    private static final int MOST = 100;

    private final RuleInfo info;
    private final String remedy;

    private ViolationRule(String id, String remedy) {
        this.info = RulePage.info(id);
        this.remedy = remedy;
    }

    static ViolationRule version() {
        return new ViolationRule("FMT002", "declare the format version: nbformat 4, nbformat_minor 5");
    }

    static ViolationRule schema() {
        return new ViolationRule("FMT003", "write the file anew in format 4.5");
    }

    static ViolationRule codeCellKeys() {
        return new ViolationRule("FMT004", "give the code cell \"outputs\": [] and \"execution_count\": null");
    }

    static ViolationRule cellIds() {
        return new ViolationRule("FMT005", "give the cell an id of its own");
    }

    static ViolationRule misplacedKeys() {
        return new ViolationRule("FMT006", "drop the key, or declare the format version that has it");
    }

    static ViolationRule outputKeys() {
        return new ViolationRule("FMT007", "keep only the keys that the output's type has");
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<Violation> violations = Violations.of(view).of(info.id());
        for (Violation violation : violations.subList(0, Math.min(MOST, violations.size()))) {
            Finding.Builder finding =
                    Finding.of(info, violation.problem().toString()).remedy(remedy);
            violation.cellId().ifPresent(finding::cell);
            findings.report(finding.fixes(Rewriting.fix(view)).build());
        }
    }
}
