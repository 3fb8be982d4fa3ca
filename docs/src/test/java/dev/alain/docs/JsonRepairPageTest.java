package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.core.json.JsonRepair;
import dev.alain.core.json.Repair;
import dev.alain.core.json.RepairKind;
import dev.alain.core.json.RepairResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every line of the table of repairs is true, and no kind is missing from the page. */
final class JsonRepairPageTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs/json-repair.md");

    @Test
    void examplesAreTrue() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `[A-Z_]+` \\| (LOSSLESS|GUESS|LOSSY) \\| .*"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(30);
        for (String row : rows) {
            String[] cells = row.split(" \\| ", -1);
            RepairKind kind = RepairKind.valueOf(cells[0].replaceAll("[| `]", ""));

            RepairResult result =
                    JsonRepair.parse(code(cells[2]).replace('\u23ce', '\n').replace('\u237d', '\u00a0'));

            assertThat(result.value().toString()).as(row).isEqualTo(code(cells[3].replace(" |", "")));
            assertThat(result.repairs()).extracting(Repair::kind).as(row).contains(kind);
            assertThat(kind.severity().name()).as(row).isEqualTo(cells[1]);
        }
    }

    private static String code(String span) {
        String bare = span.strip();
        return bare.startsWith("```` ") ? bare.substring(5, bare.length() - 5) : bare.substring(1, bare.length() - 1);
    }

    @Test
    void everyKindIsThere() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Arrays.stream(RepairKind.values())).allMatch(kind -> page.contains("`" + kind + "`"));
    }
}
