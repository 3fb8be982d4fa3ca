package dev.alain.samples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** One empty cell, which STR013 finds and mends, in a file that is valid otherwise. */
    private static final String EMPTY_CELL = notebook("# Title\\n\\nText.", "");

    private static final String BROKEN = "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [{}]}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> settings = Map.of();

    @TempDir
    Path folder;

    @Test
    void reportsInTheOrderOfFilesHoweverManyThereAre() throws IOException {
        for (int i = 10; i < 50; i++) {
            file("n" + i + ".ipynb", i % 3 == 0 ? BROKEN : EMPTY_CELL);
        }
        file("deep/.ipynb_checkpoints/n.ipynb", BROKEN);
        file(".hidden/n.ipynb", BROKEN);
        file("deep/notes.txt", BROKEN);

        assertThat(alain("", "validate", folder.toString(), "--profile", "format", "--format", "json"))
                .isEqualTo(1);

        List<String> files = report().path("notebooks").findValuesAsText("file");
        assertThat(files).hasSize(40).isSorted().allMatch(name -> name.contains("/n"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNamedTwiceIsCheckedOnce() throws IOException {
        String file = file("a.ipynb", EMPTY_CELL);

        alain("", "validate", file, folder.toString(), folder + "/./a.ipynb", "--format", "json");

        assertThat(report().path("notebooks")).hasSize(1);
    }

    @Test
    void failsOnWhatItIsToldToFailOn() throws IOException {
        String file = file("a.ipynb", EMPTY_CELL);
        String[] only = {"validate", file, "--config", file("c.yaml", "settings: {}\nprofiles: [structure]\n")};

        assertThat(alain("", with(only, "--fail-on", "error"))).isZero();
        assertThat(alain("", with(only, "--fail-on", "warning"))).isEqualTo(1);
        assertThat(alain("", with(only, "--fail-on", "info"))).isEqualTo(1);
        assertThat(alain("", "validate", file("b.ipynb", BROKEN), "--fail-on", "never"))
                .isZero();
        assertThat(alain("", with(only, "--fail-on", "sometimes"))).isEqualTo(2);
    }

    @Test
    void whatIsNoNotebookIsAFindingAndWhatIsNotThereIsAnError() throws IOException {
        assertThat(alain("", "validate", file("text.ipynb", "no JSON"))).isEqualTo(1);
        assertThat(alain("", "validate", file("empty.ipynb", ""))).isEqualTo(1);
        assertThat(alain("\ufeff[", "validate", "-")).isEqualTo(1);
        assertThat(out.toString()).contains("text.ipynb: FAILED").contains("-: FAILED");

        assertThat(alain("", "validate", folder.resolve("nowhere.ipynb").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("alain: there is no file " + folder.resolve("nowhere.ipynb"));
    }

    @Test
    void aFolderWithoutNotebooksIsSaidToBeOne() {
        assertThat(alain("", "validate", folder.toString())).isZero();
        assertThat(err.toString()).contains("there is no notebook in " + folder);
    }

    @Test
    void mendsInPlaceAndSaysWhatItDid() throws IOException {
        Path file = Path.of(file("a.ipynb", EMPTY_CELL));
        boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
        if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        }

        assertThat(alain("", "validate", "--fix", file.toString(), "--profile", "structure"))
                .isZero();

        assertThat(out.toString()).contains(file + ": STR013 in c2: removes the empty cell\n");
        assertThat(out.toString()).doesNotContain("warning STR013");
        assertThat(MAPPER.readTree(Files.readString(file)).path("cells")).hasSize(1);
        assertThat(posix ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) : "rw-r-----")
                .isEqualTo("rw-r-----");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Path file = Path.of(file("a.ipynb", EMPTY_CELL));

        assertThat(alain("", "validate", "--fix", "--dry-run", file.toString(), "--profile", "structure"))
                .isZero();

        assertThat(out.toString()).contains("STR013 in c2: removes the empty cell");
        assertThat(Files.readString(file)).isEqualTo(EMPTY_CELL);
        assertThat(alain("", "validate", "--dry-run", file.toString())).isEqualTo(2);
    }

    @Test
    void mendsStandardInputToStandardOutput() throws IOException {
        assertThat(alain(EMPTY_CELL, "validate", "--fix", "-", "--profile", "structure"))
                .isZero();

        assertThat(MAPPER.readTree(out.toString()).path("cells")).hasSize(1);
        assertThat(err.toString()).contains("-: STR013 in c2").contains("-: PASSED");
        assertThat(alain(EMPTY_CELL, "validate", "--fix", "-", file("a.ipynb", EMPTY_CELL)))
                .isEqualTo(2);
    }

    @Test
    void everyFormatCanGoToAFile() throws IOException {
        String notebook = file("a.ipynb", EMPTY_CELL);
        for (String format : List.of("text", "json", "markdown", "sarif", "junit")) {
            Path target = folder.resolve("reports/r." + format);
            assertThat(alain("", "validate", notebook, "--format", format, "--output", target.toString()))
                    .isLessThan(2);
            assertThat(target).content().contains("STR013");
        }
        assertThat(out.toString()).isEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("reports"))) {
            assertThat(left).hasSize(5);
        }
    }

    @Test
    void readsSeveritiesThresholdsAndWaiversFromAFile() throws IOException {
        String notebook = file("a.ipynb", EMPTY_CELL);
        String yaml = file("alain.yaml", """
                provider: {name: ollama}
                validation:
                  profiles: [structure]
                  severities:
                    STR013: error
                """);
        String json = file("c.json", """
                {"profiles": ["structure"], "severities": {"STR013": "error"},
                 "waivers": [{"rule": "STR013", "cell": "c2", "reason": "to be written"}]}""");

        assertThat(alain("", "validate", notebook, "--config", yaml)).isEqualTo(1);
        assertThat(out.toString()).contains("error STR013 in c2");
        assertThat(alain("", "validate", notebook, "--config", json)).isZero();
        assertThat(out.toString()).contains("set aside STR013 in c2: to be written");
        assertThat(alain("", "validate", notebook, "--config", yaml, "--profile", "kaggle"))
                .as("the command line wins")
                .isZero();
    }

    @Test
    void saysWhichFileAndKeyAreWrong() throws IOException {
        assertThat(config("profiles: quality")).contains("c.yaml: profiles must be a list, found a JSON string");
        assertThat(config("validation: {severity: {}}")).contains("c.yaml: validation: \"severity\" is none of");
        assertThat(config("severities: {STR013: fatal}")).contains("severities.STR013 is \"fatal\"; it can be");
        assertThat(config("waivers: [{rule: STR013}]")).contains("the waiver of STR013 gives no reason");
        assertThat(config("profiles: [good]")).contains("there is no profile \"good\"");
        assertThat(config("profiles: [")).contains("c.yaml is not YAML").contains("line 1");
        assertThat(config("{\"profiles\": [}")).contains("c.yaml: line 1: ");
        assertThat(config("- a")).contains("must be an object");
        assertThat(alain("", "validate", "x", "--config", "nowhere.yaml")).isEqualTo(2);

        String notebook = file("a.ipynb", EMPTY_CELL);
        assertThat(alain("", "validate", notebook, "--config", file("d.yaml", "severities: {SRT013: off}")))
                .isLessThan(2);
        assertThat(err.toString()).contains("d.yaml: there is no rule SRT013");
    }

    private String config(String text) throws IOException {
        String notebook = file("a.ipynb", EMPTY_CELL);
        err.getBuffer().setLength(0);
        assertThat(alain("", "validate", notebook, "--config", file("c.yaml", text)))
                .as(text)
                .isEqualTo(2);
        return err.toString();
    }

    @Test
    void aFileOfTheFolderIsUsedOnlyWithItsSection() throws IOException {
        assertThat(ValidationConfig.in(folder)).isEmpty();
        file("alain.yaml", "store: {}\n");
        assertThat(ValidationConfig.in(folder)).isEmpty();
        assertThat(ValidationConfig.read(folder.resolve("alain.yaml")).profiles())
                .isEmpty();
        file(
                "alain.yaml",
                "store: {}\nvalidation:\n  packages: [acme-tools]\n  severities: {A1: off, A2: no, A3: false}\n"
                        .replace("A2: no, ", ""));
        Optional<Path> found = ValidationConfig.in(folder);
        assertThat(found).isPresent();
        assertThat(ValidationConfig.read(found.orElseThrow()).settings()).containsEntry("packages", "acme-tools");
        assertThat(ValidationConfig.read(found.orElseThrow()).off()).containsExactlyInAnyOrder("A1", "A3");
    }

    @Test
    void showsProgressOnATerminalOnly() throws IOException {
        file("a.ipynb", EMPTY_CELL);
        file("b.ipynb", EMPTY_CELL);
        settings = Map.of("ALAIN_TTY", "1");

        alain("", "validate", folder.toString());
        assertThat(err.toString()).contains("checked 1 of 2 notebooks").endsWith("\r\u001b[2K");
        err.getBuffer().setLength(0);
        alain("", "validate", folder.toString(), "--quiet");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void quietLeavesOutWhatIsFine() throws IOException {
        String notebook = file("a.ipynb", EMPTY_CELL);

        assertThat(alain("", "validate", "-q", notebook, "--config", file("c.yaml", "profiles: [accessibility]")))
                .isZero();
        assertThat(out.toString()).doesNotContain("a.ipynb");
    }

    private static String notebook(String... sources) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < sources.length; i++) {
            cells.append(i == 0 ? "" : ",")
                    .append("{\"cell_type\": \"markdown\", \"id\": \"c%d\", \"metadata\": {}, \"source\": \"%s\"}"
                            .formatted(i + 1, sources[i]));
        }
        return "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [" + cells + "]}";
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private JsonNode report() throws IOException {
        return MAPPER.readTree(out.toString());
    }

    private String file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content).toString();
    }

    private int alain(String input, String... arguments) {
        Settings known = name -> Optional.ofNullable(settings.get(name));
        return Alain.run(
                arguments,
                known,
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
