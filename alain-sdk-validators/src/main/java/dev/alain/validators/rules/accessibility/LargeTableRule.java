package dev.alain.validators.rules.accessibility;

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
import java.util.ArrayList;
import java.util.List;

/** Shown tables are small enough to be read. */
final class LargeTableRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("A11Y06");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        double mostRows = view.threshold("A11Y06.rows", 30);
        double mostColumns = view.threshold("A11Y06.columns", 20);
        for (CodeCell cell : view.code()) {
            for (Output output : cell.outputs()) {
                ShownTable table = ShownTable.in(html(output));
                if (table.rows() > mostRows || table.columns() > mostColumns) {
                    findings.report(finding(cell.id(), table));
                    break;
                }
            }
        }
    }

    private static Finding finding(String cell, ShownTable table) {
        return Finding.of(INFO, "the shown table has %d rows and %d columns".formatted(table.rows(), table.columns()))
                .cell(cell)
                .remedy("show its first rows and the columns that matter, such as df[[\"a\", \"b\"]].head()")
                .fixes(Fix.instruct(cell, "Show only the first rows and the columns that the text speaks of."))
                .build();
    }

    private static String html(Output output) {
        ObjectNode data = null;
        if (output instanceof Output.DisplayData display) {
            data = display.data();
        } else if (output instanceof Output.ExecuteResult result) {
            data = result.data();
        }
        JsonNode html = data == null ? null : data.path("text/html");
        if (html == null || !html.isArray()) {
            return html == null ? "" : html.asText();
        }
        List<String> lines = new ArrayList<>();
        html.forEach(line -> lines.add(line.asText()));
        return String.join("", lines);
    }
}
