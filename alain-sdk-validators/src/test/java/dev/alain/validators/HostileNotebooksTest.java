package dev.alain.validators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.Profiles;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Inputs made to hurt: nothing throws, and nothing takes more than its share of time. */
final class HostileNotebooksTest {
    private static final NotebookValidator VALIDATOR = NotebookValidator.builder()
            .options(ValidationOptions.DEFAULTS.withProfiles(Profiles.families()))
            .build();

    /** Pieces that make naive readers quadratic or worse when repeated. */
    private static final List<String> PIECES = List.of(
            "(",
            "[[[",
            "{\"a\":",
            "a=",
            "a.b(",
            "f'{",
            "'''",
            "\"",
            "\\\n",
            "if x:\n ",
            "lambda:",
            "not ",
            "-",
            "a[b][c]",
            "x = 1\n",
            "import a\n",
            "def f():\n",
            "print(x)\n",
            "!ls $(",
            "%%bash\n",
            "!pip install a\n",
            "# %%\n",
            "key=sk-",
            "sk-ant-api03-aaaa",
            "AKIAAAAA",
            "hf_",
            "eyJ.eyJ.",
            "password=",
            "-----BEGIN ",
            "http://a:b@",
            "<script>",
            "<img src=",
            "<a href=\"",
            "<!--",
            "&#x6a;",
            "[a](",
            "![",
            "**a*",
            "`",
            "```\n",
            "| a ",
            "> ",
            "# a\n",
            "- ",
            "$$",
            "\\(",
            "a\u202e",
            "\ud83d\ude00",
            "rm -rf ",
            "base64.b64decode('",
            "'a'+",
            "chr(97)+",
            "getattr(a,",
            "x x x\n");

    /** Enough for what is quadratic to be felt; the megabyte is for the gate. */
    private static final int SIZE = 30_000;

    @TestFactory
    Stream<DynamicTest> endsOnPlentyOfAnything() {
        return PIECES.stream()
                .flatMap(piece -> Stream.of("code", "markdown", "output", "metadata")
                        .map(where -> DynamicTest.dynamicTest(where + " of " + shown(piece), () -> {
                            String text = piece.repeat(SIZE / piece.length() + 1);
                            assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                                            Duration.ofSeconds(20),
                                            () -> VALIDATOR
                                                    .validate(document(where, text))
                                                    .rulesFailed()))
                                    .isEmpty();
                        })));
    }

    /** The figures go to {@code target/figures/hostile-megabytes.txt}; with {@code -Pgate}. */
    @Test
    @Tag("gate")
    void writesDownHowLongAMegabyteOfEachTakes() throws IOException {
        List<String> figures = new ArrayList<>();
        for (String piece : PIECES) {
            for (String where : List.of("code", "markdown", "output", "metadata")) {
                NotebookDocument document = document(where, piece.repeat(1_000_000 / piece.length() + 1));
                long start = System.nanoTime();
                VALIDATOR.validate(document);
                long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
                figures.add("%6d ms  %s of %s".formatted(millis, where, shown(piece)));
            }
        }
        figures.sort(Comparator.reverseOrder());
        Path file = Path.of("target/figures/hostile-megabytes.txt");
        Files.createDirectories(file.getParent());
        Files.write(file, figures);
    }

    @Test
    void takesWhatIsNoNotebook() {
        for (String text : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"cells\":{}}",
                "{\"cells\":[null,1,[]]}",
                "\uFEFF{}",
                "{\"nbformat\":\"4\"}",
                "{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":[{}]}",
                "[".repeat(5000),
                "{\"a\":1,}")) {
            ValidationReport report = VALIDATOR.validate(NotebookDocument.read(text.getBytes(StandardCharsets.UTF_8)));

            assertThat(report.rulesFailed()).as(text).isEmpty();
            assertThat(report.passed()).as(text).isFalse();
        }
    }

    @Test
    void noChangeOfARealNotebookMakesARuleThrow() {
        fuzz(new Random(6), Notebooks.dev(), 150);
    }

    /** Ten minutes with {@code -Pgate}. */
    @Test
    @Tag("gate")
    void noChangeOfARealNotebookMakesARuleThrowInTenMinutes() {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        int rounds = 0;
        for (long seed = 0; System.nanoTime() < end; seed++) {
            fuzz(new Random(seed), Notebooks.dev(), 100);
            rounds++;
        }
        assertThat(rounds).isPositive();
    }

    private static void fuzz(Random random, List<Path> files, int count) {
        for (int i = 0; i < count; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] changed = changed(Notebooks.bytes(file), random);
            ValidationReport report = VALIDATOR.validate(NotebookDocument.read(changed));

            assertThat(report.rulesFailed()).as(file.getFileName().toString()).isEmpty();
        }
    }

    /** A few cuts, doublings, swaps and pieces from the list above. */
    private static byte[] changed(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        text = text.length() > 60_000 ? text.substring(0, 60_000) + text.substring(text.length() - 2_000) : text;
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            if (text.isEmpty()) {
                break;
            }
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(80));
            text = switch (random.nextInt(4)) {
                case 0 -> text.substring(0, from) + text.substring(to);
                case 1 -> text.substring(0, to) + text.substring(from);
                case 2 ->
                    text.substring(0, from) + escaped(PIECES.get(random.nextInt(PIECES.size()))) + text.substring(from);
                default -> text.substring(0, from) + (char) random.nextInt(0x2100) + text.substring(from);
            };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String piece) {
        return piece.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static NotebookDocument document(String where, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode notebook = json.objectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata").put("note", where.equals("metadata") ? text : "");
        ObjectNode cell = notebook.putArray("cells").addObject();
        boolean code = !where.equals("markdown");
        cell.put("cell_type", code ? "code" : "markdown").put("id", "c1");
        cell.putObject("metadata");
        cell.put("source", where.equals("code") || where.equals("markdown") ? text : "x = 1");
        if (code) {
            cell.putNull("execution_count");
            var outputs = cell.putArray("outputs");
            if (where.equals("output")) {
                outputs.addObject()
                        .put("output_type", "stream")
                        .put("name", "stdout")
                        .put("text", text);
            }
        }
        return NotebookDocument.of(notebook);
    }

    private static String shown(String piece) {
        Map<String, String> escapes = new TreeMap<>(Map.of("\n", "\\n", "\\", "\\\\"));
        String shown = piece;
        for (Map.Entry<String, String> escape : escapes.entrySet()) {
            shown = shown.replace(escape.getKey(), escape.getValue());
        }
        return shown;
    }
}
