package dev.alain.core.review.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Every step is written by the teacher that was meant to. */
final class StandInRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN021",
            "stand-in",
            "Every step is written by the teacher that was meant to",
            Severity.WARNING,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        for (JsonNode teacher : notebook.metadata().path("alain").path("teacher")) {
            if (teacher.path("fallback").asBoolean(false)) {
                int step = teacher.path("step").asInt();
                String what = step == 0 ? "the outline" : "step " + step;
                findings.report(Finding.of(
                                INFO,
                                what + " was written by " + teacher.path("id").asText("another teacher") + ": "
                                        + teacher.path("reason").asText("no reason is known"))
                        .cell(Contract.firstCell(notebook, step))
                        .remedy("Generate again when the chat model is well, or choose another one")
                        .build());
            }
        }
    }
}
