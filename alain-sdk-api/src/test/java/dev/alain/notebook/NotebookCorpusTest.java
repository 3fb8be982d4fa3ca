package dev.alain.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Verdicts, bytes and upgrades against Python's nbformat, over real notebooks and hand-made vectors. */
final class NotebookCorpusTest {
    @Test
    void agreesWithNbformatOnEveryRealNotebook() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : devNotebooks()) {
            NotebookDocument document = read(row);
            boolean valid = document.problems().isEmpty();
            if (valid != row.path("isvalid_strict").asBoolean()) {
                differences.add(row.path("file").asText() + ": " + document.problems());
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void agreesWithNbformatOnEveryVector() {
        List<String> differences = new ArrayList<>();
        for (JsonNode vector : Corpus.lines("vectors/validate.jsonl")) {
            NotebookDocument document =
                    NotebookDocument.read(vector.path("notebook").toString().getBytes(UTF_8));
            boolean expected = isTrue(vector, "fastjsonschema") || isTrue(vector, "jsonschema");
            if (document.problems().isEmpty() != expected) {
                differences.add(vector.path("name").asText() + ": " + document.problems());
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void writesTheBytesOfNbformatForEveryVector() throws IOException {
        for (Path input : vectors("vectors/write")) {
            Path expected = sibling(input, ".out.ipynb");
            NotebookDocument document = NotebookDocument.read(input);
            if (Files.exists(expected)) {
                assertThat(new String(NotebookFormat.write(document), UTF_8))
                        .as(input.getFileName().toString())
                        .isEqualTo(Files.readString(expected));
            } else {
                assertThatThrownBy(() -> NotebookFormat.write(document))
                        .as(input.getFileName().toString())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("surrogate");
            }
        }
    }

    @Test
    void writesTheBytesOfNbformatForEveryRealNotebook() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : devNotebooks()) {
            String expected = row.path("write_sha256").asText(null);
            if (expected != null) {
                NotebookDocument document = read(row);
                boolean idsAreMended = document.major() == 4
                        && document.minor() == 5
                        && !document.problems().isEmpty();
                byte[] written = idsAreMended
                        ? NotebookFormat.write(NotebookFormat.upgradeDocument(document, CellIds.counter()))
                        : NotebookFormat.write(document);
                compare(differences, row, expected, written);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void upgradesLikeNbformatForEveryVector() throws IOException {
        for (Path input : vectors("vectors/upgrade")) {
            NotebookDocument document = NotebookDocument.read(input);
            byte[] upgraded = NotebookFormat.write(NotebookFormat.upgradeDocument(document, CellIds.counter()));
            assertThat(new String(upgraded, UTF_8))
                    .as(input.getFileName().toString())
                    .isEqualTo(Files.readString(sibling(input, ".up45.ipynb")));
        }
    }

    @Test
    void upgradesLikeNbformatForEveryRealNotebook() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : devNotebooks()) {
            String expected = row.path("up45_sha256").asText(null);
            if (expected != null) {
                byte[] upgraded = NotebookFormat.write(NotebookFormat.upgradeDocument(read(row), CellIds.counter()));
                compare(differences, row, expected, upgraded);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void mendsEveryRealNotebookThatHasCells() {
        int mended = 0;
        for (JsonNode row : devNotebooks()) {
            NotebookDocument document = read(row);
            Optional<Notebook> notebook = NotebookFormat.mend(document, CellIds.fromContent());
            boolean cells = document.json()
                    .filter(json -> json.path("cells").isArray()
                            || json.path("worksheets").isArray())
                    .isPresent();
            assertThat(notebook.isPresent()).as(row.path("file").asText()).isEqualTo(cells);
            if (notebook.isPresent()) {
                byte[] bytes = notebook.get().toBytes();
                NotebookDocument again = NotebookDocument.read(bytes);
                assertThat(again.problems()).as(row.path("file").asText()).isEmpty();
                assertThat(NotebookFormat.mend(again, CellIds.fromContent())
                                .orElseThrow()
                                .toBytes())
                        .isEqualTo(bytes);
                mended++;
            }
        }
        assertThat(mended).isGreaterThan(230);
    }

    @Test
    void losesNothingWhenAValidNotebookIsReadAsValuesAndWrittenAgain() {
        for (JsonNode row : devNotebooks()) {
            NotebookDocument document = read(row);
            document.notebook()
                    .ifPresent(notebook -> assertThat(notebook.toBytes())
                            .as(row.path("file").asText())
                            .isEqualTo(NotebookFormat.write(document)));
        }
    }

    private static void compare(List<String> differences, JsonNode row, String expected, byte[] actual) {
        if (!sha256(actual).equals(expected)) {
            differences.add(row.path("file").asText() + " " + row.path("nbformat") + "." + row.path("minor"));
        }
    }

    private static List<JsonNode> devNotebooks() {
        return Corpus.lines("index.jsonl").stream()
                .filter(row -> row.path("file").asText().startsWith("dev/"))
                .toList();
    }

    private static NotebookDocument read(JsonNode row) {
        return NotebookDocument.read(Corpus.bytes(Corpus.file(row.path("file").asText())));
    }

    private static boolean isTrue(JsonNode vector, String backEnd) {
        JsonNode verdict = vector.path(backEnd).path("isvalid");
        return verdict.isBoolean() && verdict.booleanValue();
    }

    private static List<Path> vectors(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Corpus.file(folder))) {
            return files.filter(file -> file.toString().endsWith(".in.ipynb"))
                    .sorted()
                    .toList();
        }
    }

    private static Path sibling(Path input, String ending) {
        return input.resolveSibling(input.getFileName().toString().replace(".in.ipynb", ending));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
