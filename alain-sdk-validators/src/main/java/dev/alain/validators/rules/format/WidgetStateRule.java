package dev.alain.validators.rules.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;

/** A stored widget has the state that it is drawn from. */
final class WidgetStateRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT015");
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static final String STATE = "application/vnd.jupyter.widget-state+json";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        JsonNode state = view.metadata().path("widgets").path(STATE).path("state");
        for (CodeCell cell : view.code()) {
            long lost = cell.outputs().stream()
                    .filter(output -> model(output)
                            .filter(model -> !state.path(model).isObject())
                            .isPresent())
                    .count();
            if (lost > 0) {
                String what = lost == 1 ? "a widget has" : lost + " widgets have";
                findings.report(Finding.of(INFO, "in the output " + what + " no state in the notebook's metadata")
                        .cell(cell.id())
                        .remedy("remove the output, or save the widgets' state with the notebook")
                        .fixes(fix(cell))
                        .build());
            }
        }
    }

    /** The id of the model that an output shows; empty when it shows no widget. */
    private static Optional<String> model(Output output) {
        ObjectNode data = data(output);
        JsonNode shown = data == null ? null : data.get(VIEW);
        return shown == null
                ? Optional.empty()
                : Optional.of(shown.path("model_id").asText(""));
    }

    private static @org.jspecify.annotations.Nullable ObjectNode data(Output output) {
        if (output instanceof Output.DisplayData display) {
            return display.data();
        }
        return output instanceof Output.ExecuteResult result ? result.data() : null;
    }

    /** Safe where nothing but widgets and logs goes with them. */
    private static Fix fix(CodeCell cell) {
        boolean worthless = cell.outputs().stream()
                .allMatch(output -> model(output).isPresent()
                        || output instanceof Output.Stream stream
                                && stream.name().equals("stderr"));
        Fix.Edit edit = new Fix.RemoveOutputs(cell.id());
        return worthless
                ? Fix.safe("removes the outputs that cannot be shown", edit)
                : Fix.needsReview("removes all outputs of the cell, those that can be shown too", edit);
    }
}
