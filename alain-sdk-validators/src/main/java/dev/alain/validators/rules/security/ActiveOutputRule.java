package dev.alain.validators.rules.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;

/** Outputs that ship with a notebook run no scripts. */
final class ActiveOutputRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC012");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CodeCell cell : view.code()) {
            cell.outputs().stream()
                    .flatMap(output -> acting(output).stream())
                    .findFirst()
                    .ifPresent(type -> findings.report(Finding.of(INFO, "an output holds a script (" + type + ")")
                            .cell(cell.id())
                            .remedy("ship the notebook without this output")
                            .fixes(Fix.safe("removes the outputs of the cell", new Fix.RemoveOutputs(cell.id())))
                            .build()));
        }
    }

    /** The media type of what acts; empty for none. */
    private static Optional<String> acting(Output output) {
        ObjectNode data = output instanceof Output.DisplayData display
                ? display.data()
                : output instanceof Output.ExecuteResult result ? result.data() : null;
        if (data == null) {
            return Optional.empty();
        }
        return data.properties().stream()
                .filter(entry -> acts(entry.getKey(), ActiveTextRule.text(entry.getValue())))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private static boolean acts(String type, String text) {
        if (type.equals("text/markdown")) {
            return MarkdownGuard.of(text).problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        }
        return ActiveMedia.acts(type, text, false);
    }
}
