package dev.alain.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepairCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMA =
            "{\"type\": \"object\", \"properties\": {\"n\": {\"type\": \"integer\"}}, \"required\": [\"n\"]}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void mendsStandardInputAndReports() throws IOException {
        assertThat(alain("Sure: {a: 'b \u00fc', c: [1, 2", "repair", "--report"))
                .isZero();

        assertThat(MAPPER.readTree(out.toString())).hasToString("{\"a\":\"b \u00fc\",\"c\":[1,2]}");
        assertThat(err.toString())
                .contains("LOSSLESS UNQUOTED_KEY at 7..8: key quoted")
                .contains("LOSSY DROPPED_TEXT at 0..5: left out: Sure:")
                .contains("repairs, cut in a scalar");
    }

    @Test
    void alignsToASchemaAndListsWhatDoesNotFit() throws IOException {
        String schema = file("schema.json", SCHEMA);

        assertThat(alain("", "repair", file("reply.txt", "{\"N\": \"12\"}"), "--schema", schema))
                .isZero();
        assertThat(MAPPER.readTree(out.toString())).hasToString("{\"n\":12}");
        assertThat(alain("", "repair", file("reply.txt", "{\"n\": \"twelve\"}"), "--schema", schema))
                .isEqualTo(1);
        assertThat(err.toString()).contains("/n: a whole number is wanted, text found");
    }

    @Test
    void mendsManyRepliesOneALine() throws IOException {
        String in = file(
                "in.jsonl",
                "{\"id\": \"a\", \"input\": \"{x: 1\"}\n\n"
                        + "{\"id\": 2, \"input\": \"{\\\"n\\\": \\\"5\\\"}\", \"schema\": " + SCHEMA + "}\n"
                        + "{\"id\": \"c\", \"input\": \"]\"}\n"
                        + "{\"id\": \"d\", \"input\": \"[1,]\", \"profile\": \"strict\"}\n"
                        + "{\"id\": \"e\", \"input\": \"[\\\"\\\\ud800\\\", 12\", \"partial\": true}\n");
        Path results = folder.resolve("out.jsonl");

        assertThat(alain("", "repair", "--batch", in, "--out", results.toString()))
                .isZero();

        List<String> lines = Files.readAllLines(results);
        JsonNode first = MAPPER.readTree(lines.get(0));
        assertThat(first.get("output")).hasToString("{\"x\":1}");
        assertThat(first.get("cut").textValue()).isEqualTo("SCALAR");
        assertThat(first.get("repairs").get(0).get("kind").textValue()).isEqualTo("UNQUOTED_KEY");
        assertThat(lines.get(1))
                .contains("\"id\":2")
                .contains("\"output\":{\"n\":5}")
                .contains("SCALAR_CONVERTED");
        assertThat(lines.get(2)).contains("\"error\":\"There is no JSON").contains("\"reason\":\"NO_JSON\"");
        assertThat(lines.get(3)).contains("\"reason\":\"PROFILE\"");
        assertThat(lines.get(4)).contains("\"output\":[\"\\uD800\"]");
        assertThat(err.toString()).contains("5 replies, 2 without a value");
    }

    @Test
    void saysWhatIsWrongWithTheUsage() throws IOException {
        assertThat(alain("]", "repair")).isEqualTo(1);
        assertThat(alain("", "repair", "--batch", "x")).isEqualTo(2);
        assertThat(alain("", "repair", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(alain("{}", "repair", "--schema", file("schema.json", "{"))).isEqualTo(2);
        assertThat(alain("{}", "repair", "--schema", file("schema.json", "{\"$ref\": \"#/$defs/x\"}")))
                .isEqualTo(2);
        assertThat(alain(
                        "",
                        "repair",
                        "--batch",
                        file("in", "{\"id\": 1}"),
                        "--out",
                        folder.resolve("o").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no JSON")
                .contains("--batch and --out go together")
                .contains("is not valid JSON")
                .contains("refers to \"#/$defs/x\"")
                .contains("Line 1 of the batch has no text \"input\"");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int alain(String input, String... arguments) {
        return Alain.run(
                arguments,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
