package dev.alain.validators.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.code.CellAnalysis.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Verdicts of CPython 3.13 on real cells, on broken ones, and on hand-made cases. */
final class SyntaxGoldensTest {
    @Test
    void agreesWithPythonOnEveryRealCellAndOnTheLineOfEveryError() {
        Map<String, List<String>> notebooks = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (JsonNode golden : Notebooks.lines("cells_syntax.jsonl")) {
            String file = golden.path("file").asText();
            if (!Notebooks.exists(file)) {
                continue;
            }
            String text = notebooks
                    .computeIfAbsent(file, Notebooks::code)
                    .get(golden.path("cell").asInt());
            TransformedCell cell = CellTransform.transform(text);
            PythonSyntax.Verdict verdict = PythonSyntax.parse(cell.code());
            int expected = golden.path("ok").asBoolean()
                    ? 0
                    : golden.path("error").path("line").asInt() + cell.leadingLines();
            PythonSyntax.Fault fault = verdict.error();
            if (expected != (fault == null ? 0 : fault.line())) {
                differences.add(file + " cell " + golden.path("cell") + ": " + fault);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void recognizesEveryMagicAndShellLineOfRealCells() {
        List<String> differences = new ArrayList<>();
        for (JsonNode golden : Notebooks.lines("cells_syntax.jsonl")) {
            String file = golden.path("file").asText();
            List<String> transforms = new ArrayList<>();
            golden.path("transforms").forEach(name -> transforms.add(name.asText()));
            if (transforms.isEmpty() || !Notebooks.exists(file)) {
                continue;
            }
            String text = Notebooks.code(file).get(golden.path("cell").asInt());
            boolean written = text.contains("get_ipython()");
            if (!written && CellTransform.transform(text).commands().isEmpty()) {
                differences.add(file + " cell " + golden.path("cell") + ": " + transforms);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void findsNoMagicWhereIPythonFindsNone() {
        Set<String> wrong = new java.util.TreeSet<>();
        for (JsonNode golden : Notebooks.lines("cells_syntax.jsonl")) {
            String file = golden.path("file").asText();
            if (golden.path("transforms").isEmpty() && Notebooks.exists(file)) {
                String text = Notebooks.code(file).get(golden.path("cell").asInt());
                List<Command> commands = CellTransform.transform(text).commands();
                if (!commands.isEmpty() && golden.path("ok").asBoolean()) {
                    wrong.add(file + " cell " + golden.path("cell") + ": " + commands);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void agreesWithPythonOnEveryMutant() {
        List<String> differences = new ArrayList<>();
        for (JsonNode golden : Notebooks.lines("vectors/python_mutants.jsonl")) {
            boolean valid = PythonSyntax.parse(golden.path("t").asText()).valid();
            if (valid != golden.path("err").isNull()) {
                differences.add(golden.path("id").asText() + ": " + golden.path("err"));
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Defaults of type parameters (PEP 696) came with Python 3.13; the parser knows 3.12's. */
    @Test
    void agreesWithPythonOnHandMadeCasesButForTypeParameterDefaults() {
        List<String> differences = new ArrayList<>();
        for (JsonNode golden : Notebooks.lines("vectors/python_syntax.jsonl")) {
            boolean valid = PythonSyntax.parse(golden.path("src").asText()).valid();
            if (valid != golden.path("py313").asText().startsWith("OK/")) {
                differences.add(golden.path("name").asText());
            }
        }
        assertThat(differences).containsExactly("pep696_default");
    }
}
