package dev.alain.validators.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.code.CellAnalysis;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Notebook;
import dev.alain.validators.python.PythonAnalyzer;
import java.util.List;

/** Whether a text that stands in no notebook yet is Python that parses. */
public final class Parsing {
    private Parsing() {}

    /** The verdict on a text as the only cell of a notebook, magics and shell lines allowed. */
    public static boolean isPython(String code) {
        Notebook one = Notebook.of(JsonNodeFactory.instance.objectNode(), List.of(CodeCell.of("cell", code)));
        return new PythonAnalyzer().analyze(one).cells().stream().allMatch(CellAnalysis::parsed);
    }
}
