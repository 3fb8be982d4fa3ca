package dev.alain.validators.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.CodeAnalysis;
import dev.alain.code.NameProblem;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What pyflakes says of the names of real notebooks. */
final class NameGoldensTest {
    /** Messages of pyflakes that are no matter of names, or that a top-level await makes wrong. */
    private static final Set<String> LEFT_OUT = Set.of("YieldOutsideFunction", "LateFutureImport");

    @Test
    void agreesWithPyflakesButForWhatIsExplained() {
        Set<String> expected = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (JsonNode golden : Notebooks.lines("names_pyflakes.jsonl")) {
            String file = golden.path("file").asText();
            if (Notebooks.exists(file)) {
                expected(golden, file.substring(file.lastIndexOf("__") + 2), expected);
                found(file, found);
            }
        }
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> additional = new TreeSet<>(found);
        additional.removeAll(expected);
        assertThat(missing).containsExactlyInAnyOrder(MISSING);
        assertThat(additional).containsExactlyInAnyOrder(ADDITIONAL);
        assertThat(expected).hasSizeGreaterThan(400);
    }

    private static void expected(JsonNode golden, String file, Set<String> messages) {
        golden.path("messages")
                .properties()
                .forEach(kind -> kind.getValue().forEach(message -> {
                    String name = message.path("name").asText();
                    int alias = name.indexOf(" as ");
                    if (!LEFT_OUT.contains(kind.getKey())) {
                        messages.add(kind.getKey() + " " + file + " " + message.path("cell") + ":"
                                + message.path("line") + " " + (alias < 0 ? name : name.substring(0, alias)));
                    }
                }));
    }

    private static void found(String file, Set<String> messages) {
        String end = file.substring(file.lastIndexOf("__") + 2);
        CodeAnalysis analysis = new PythonAnalyzer().analyze(Notebooks.shared(file));
        for (NameProblem problem : analysis.problems()) {
            messages.add(kind(problem.kind()) + " " + end + " " + problem.cellId() + ":"
                    + problem.place().line() + " " + problem.name());
        }
        for (CellAnalysis cell : analysis.cells()) {
            for (Construct construct : cell.constructs()) {
                if (construct.kind() == Construct.Kind.PLAIN_FSTRING) {
                    messages.add("FStringMissingPlaceholders " + end + " " + cell.cellId() + ":"
                            + construct.place().line() + " null");
                }
            }
        }
    }

    private static String kind(NameProblem.Kind kind) {
        return switch (kind) {
            case UNDEFINED, USED_BEFORE_DEFINITION -> "UndefinedName";
            case UNDEFINED_UNLESS_STAR -> "ImportStarUsage";
            case UNDEFINED_LOCAL -> "UndefinedLocal";
            case UNDEFINED_EXPORT -> "UndefinedExport";
            case UNUSED_IMPORT -> "UnusedImport";
            case STAR_IMPORT -> "ImportStarUsed";
            case REDEFINED_UNUSED -> "RedefinedWhileUnused";
            case UNUSED_VARIABLE -> "UnusedVariable";
        };
    }

    /** Not ours: the golden takes cells of Python magics for text and stops at a top-level await. */
    private static final String[] MISSING = {
        // a %%time cell binds it
        "UndefinedName 47133436.ipynb 46:1 summaries",
        // a %%time cell binds it
        "UndefinedName 47133436.ipynb 48:1 summaries",
        // read in a top-level await
        "UnusedImport b0b75073.ipynb 28:1 chief_of_staff_agent.agent.send_query",
        // read in a top-level await
        "UnusedImport aeea6f66.ipynb 3:4 examples.music.client.get_client_context",
        // the golden counts lines without the blank first one
        "UnusedImport 750f1032.ipynb 5:5 numpy",
        // bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 22:1 df_results",
        // bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 23:3 df_results",
        // read or bound under %%time or the like
        "UnusedImport 9f6b4f84.ipynb 4:28 recommenders.datasets.movielens",
        // read or bound under %%time or the like
        "UnusedImport 9f6b4f84.ipynb 4:30 recommenders.datasets.python_splitters.python_stratified_split",
        // bound under %%time or the like
        "UndefinedName a4040543.ipynb 16:2 res_syn",
        // bound under %%time or the like
        "UndefinedName a4040543.ipynb 16:3 res_syn",
        // bound under %%time or the like
        "UndefinedName a4040543.ipynb 16:4 res_syn",
        // bound under %%time or the like
        "UndefinedName a4040543.ipynb 16:5 res_syn",
        // bound under %%time or the like
        "UndefinedName bd9296de.ipynb 16:2 res_syn",
        // bound under %%time or the like
        "UndefinedName bd9296de.ipynb 16:3 res_syn",
        // bound under %%time or the like
        "UndefinedName bd9296de.ipynb 16:4 res_syn",
        // bound under %%time or the like
        "UndefinedName bd9296de.ipynb 16:5 res_syn",
        // the golden counts lines without the blank first one
        "UnusedImport 94f82252.ipynb 5:5 numpy",
        // read or bound under %%time
        "UndefinedName ec6ff4d4.ipynb 20:7 f1_query",
        // read or bound under %%time
        "UndefinedName ec6ff4d4.ipynb 20:7 result_df",
        // read or bound under %%time
        "UnusedImport ec6ff4d4.ipynb 14:3 transformers.handle_file_string",
        // read or bound under %%time
        "UnusedImport ec6ff4d4.ipynb 3:7 tiktoken",
        // read or bound under %%time
        "UnusedImport ec6ff4d4.ipynb 3:8 textract",
    };

    /** Ours alone. */
    private static final String[] ADDITIONAL = {
        // the golden counts lines without the blank first one
        "UnusedImport 750f1032.ipynb 5:6 numpy",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:11 DEFAULT_ITEM_COL",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:11 DEFAULT_RATING_COL",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:11 DEFAULT_TIMESTAMP_COL",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:11 DEFAULT_USER_COL",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:20 DEFAULT_USER_COL",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:21 DEFAULT_ITEM_COL",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:58 DEFAULT_K",
        // read or bound under %%time or the like
        "ImportStarUsage 9f6b4f84.ipynb 20:64 DEFAULT_K",
        // the golden counts lines without the blank first one
        "UnusedImport 94f82252.ipynb 5:6 numpy",
    };
}
