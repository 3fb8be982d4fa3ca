package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookFixer.Fixed;
import dev.alain.validation.Profiles;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationOptions;
import dev.alain.validators.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The page on validators is true. */
final class ValidatorsPageTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

    @Test
    void itsProgramIsTheOneThatIsCompiled() throws IOException {
        String source = Files.readString(ROOT.resolve("docs/src/test/java/dev/alain/docs/EmbeddedValidation.java"));
        String snippet = source.substring(source.indexOf("// tag::check") + 13, source.indexOf("// end::check"));

        assertThat(unindented(page())).contains(unindented(snippet.strip()));
    }

    @Test
    void itsProgramChecksAndMends(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("n.ipynb"), """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                 {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# A"},
                 {"cell_type": "markdown", "id": "b", "metadata": {}, "source": " "}]}""");

        Fixed fixed = EmbeddedValidation.check(file);
        EmbeddedValidation.write(folder.resolve("n.sarif"), fixed.document(), fixed.report());

        assertThat(fixed.applied()).extracting(Object::toString).contains("STR013 in b: removes the empty cell");
        assertThat(NotebookDocument.read(file).bytes())
                .isEqualTo(fixed.document().bytes());
        assertThat(folder.resolve("n.sarif")).content().contains("\"version\" : \"2.1.0\"");
    }

    @Test
    void profilesAndFormatsAreAllThere() throws IOException {
        assertThat(Profiles.families()).allMatch(family -> contains("| `" + family + "` |"));
        assertThat(ReportFormat.all()).allMatch(format -> contains("| `" + format.name() + "` |"));
        assertThat(Profiles.resolve(Set.of("quality")))
                .isEqualTo(Set.of("format", "structure", "code", "reproducibility", "accessibility", "alain"));
    }

    @Test
    void itsFileIsUnderstood() throws IOException {
        String yaml = page().substring(page().indexOf("validation:\n  profiles"));
        Object tree = new Load(
                        LoadSettings.builder().setSchema(new CoreSchema()).build())
                .loadFromString(yaml.substring(0, yaml.indexOf("```")));

        ValidationOptions options =
                ValidationOptions.fromJson(new ObjectMapper().valueToTree(tree).path("validation"));

        assertThat(options.profiles()).containsExactly("quality", "colab");
        assertThat(options.severities()).containsEntry("STR011", Severity.INFO);
        assertThat(options.off()).containsExactly("COD009");
        assertThat(options.settings()).containsEntry("STR011.warning-lines", "80");
        assertThat(options.waivers()).hasSize(1);
    }

    private static boolean contains(String text) {
        try {
            return page().contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/validators.md"));
    }

    private static String unindented(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
