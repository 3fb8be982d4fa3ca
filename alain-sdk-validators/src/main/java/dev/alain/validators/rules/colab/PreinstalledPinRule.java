package dev.alain.validators.rules.colab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Set;

/** An install leaves alone what Colab brings along. */
final class PreinstalledPinRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL010");
    private static final JsonNode VERSIONS = DataFile.json(PreinstalledPinRule.class, "preinstalled.json");
    private static final Set<String> GUARDS =
            Set.of("colab", "kaggle", "find_spec", "local", "importerror", "notfounderror");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        FindingSink capped = PerCell.atMost(10, findings);
        for (Requirement requirement : Requirements.of(view)) {
            boolean guarded = Blocks.of(view)
                    .guardedBy(GUARDS, requirement.cellId(), requirement.place().line());
            if (!guarded && !requirement.version().bounds().isEmpty()) {
                check(requirement, capped);
            }
        }
    }

    private static void check(Requirement requirement, FindingSink findings) {
        boolean restart = VERSIONS.path("restart").has(requirement.name());
        String installed = VERSIONS.path(restart ? "restart" : "replaced")
                .path(requirement.name())
                .asText("");
        if (installed.isEmpty() || requirement.version().allows(installed)) {
            return;
        }
        String why = restart ? ": replacing it needs a restart of the runtime and may break others" : "";
        findings.report(Finding.of(
                        INFO,
                        Shown.text(requirement.written()) + " conflicts with " + requirement.name() + " " + installed
                                + " of Colab" + why)
                .severity(restart ? Severity.WARNING : Severity.INFO)
                .cell(requirement.cellId())
                .place(requirement.place())
                .remedy("use the version that Colab has, or say in the text that the runtime has to be restarted")
                .fixes(dropped(requirement))
                .build());
    }

    private static Fix dropped(Requirement requirement) {
        int end = 0;
        String written = requirement.written();
        while (end < written.length() && "=<>!~ ".indexOf(written.charAt(end)) < 0) {
            end++;
        }
        var place = requirement.place();
        boolean whole = place.line() == place.endLine() && place.endColumn() - place.column() == written.length();
        return whole
                ? Fix.needsReview(
                        "drops the pin of " + requirement.name(),
                        new Fix.ReplaceRange(
                                requirement.cellId(),
                                place.line(),
                                place.column() + end,
                                place.line(),
                                place.endColumn(),
                                ""))
                : Fix.instruct(requirement.cellId(), "Install " + requirement.name() + " without a pin.");
    }
}
