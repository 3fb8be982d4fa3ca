package com.example.notebooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookFixer.Fixed;
import dev.alain.validation.NotebookValidator;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AcmeRulesTest {
    private static final String NOTEBOOK = """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
             {"cell_type": "code", "id": "load", "metadata": {}, "execution_count": null, "outputs": [],
              "source": "x = 1\\nurl = 'http://Db-7.corp.acme.example/x'"}]}
            """;

    /** The catalogue is found by its name in META-INF/services. */
    private final NotebookValidator validator = NotebookValidator.builder().build();

    @Test
    void findsWhatTheTeamDoesNotWant() {
        assertThat(validator.validate(read(NOTEBOOK)).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "error ACME001: nobody owns this notebook",
                        "error ACME002 in load:2: names the internal host db-7.corp.acme.example");
    }

    @Test
    void mendsWhatIsSafeAndLeavesTheRestToAWriter() {
        Fixed fixed = NotebookFixer.using(validator).fix(read(NOTEBOOK));

        assertThat(fixed.applied())
                .extracting(Object::toString)
                .containsExactly("ACME001: names notebooks@acme.example");
        assertThat(fixed.notebook().metadata().path("owner").asText()).isEqualTo("notebooks@acme.example");
        assertThat(fixed.instructions())
                .containsEntry(
                        "load", List.of("Read the address of db-7.corp.acme.example from an environment variable."));
    }

    @Test
    void acceptsAnOwnedNotebookWithPublicHosts() {
        String fine = NOTEBOOK.replace("\"metadata\": {}, \"cells\"", "\"metadata\": {\"owner\": \"ana\"}, \"cells\"")
                .replace(".corp.acme.example", ".acme.example");

        assertThat(validator.validate(read(fine)).findings()).isEmpty();
    }

    @Test
    void isFoundOnTheModulePathToo() throws URISyntaxException {
        Path classes = Path.of(AcmeRules.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(ModuleFinder.of(classes)
                        .find("com.example.notebooks")
                        .orElseThrow()
                        .descriptor()
                        .provides())
                .anyMatch(provides -> provides.providers().contains(AcmeRules.class.getName()));
    }

    @Test
    void theReadmeShowsTheRule() throws IOException {
        Path root = Path.of(System.getProperty("project.root", "../..")).resolve("samples/custom-validator");
        String readme = Files.readString(root.resolve("README.md"));
        int from = readme.indexOf("```java\n") + "```java\n".length();
        List<String> source =
                Files.readAllLines(root.resolve("src/main/java/com/example/notebooks/OwnerRule.java")).stream()
                        .map(String::strip)
                        .toList();

        assertThat(source)
                .containsAll(readme.substring(from, readme.indexOf("```", from))
                        .lines()
                        .map(String::strip)
                        .toList());
    }

    private static NotebookDocument read(String json) {
        return NotebookDocument.read(json.getBytes(UTF_8));
    }
}
