package dev.alain.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that somebody else wrote, compiled against the API and put into a jar. */
final class PluginsTest {
    private static final Path SAMPLE = Path.of(System.getProperty("project.root", "../.."), "samples/custom-validator");
    private static final String NOTEBOOK = """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
             {"cell_type": "code", "id": "load", "metadata": {}, "execution_count": null, "outputs": [],
              "source": "url = 'http://db.corp.acme.example/x'"}]}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void findsAndMendsWithRulesOfAJar() throws IOException {
        String plugins = sample().toString();
        Path notebook = Files.writeString(folder.resolve("n.ipynb"), NOTEBOOK);

        assertThat(alain("validate", "--plugins", plugins, "--fix", notebook.toString()))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("n.ipynb: ACME001: names notebooks@acme.example")
                .contains("error ACME002 in load:1: names the internal host db.corp.acme.example");
        assertThat(Files.readString(notebook)).contains("\"owner\": \"notebooks@acme.example\"");
    }

    @Test
    void listsThemWithTheOthers() throws IOException {
        String plugins = sample().toString();

        assertThat(alain("rules", "--plugins", plugins)).isZero();
        assertThat(out.toString()).contains("ACME002  error     acme").contains("STR013   warning   structure");
        assertThat(alain("rules", "acme002", "--plugins", plugins)).isZero();
        assertThat(out.toString()).contains("Read the address from the environment");
    }

    @Test
    void namesTheJarThatCannotBeUsed() throws IOException {
        assertThat(plugins(jar -> Files.writeString(jar, "no jar"))).contains("bad.jar is no jar");
        assertThat(plugins(jar -> services(jar, "com.example.Nowhere # gone")))
                .contains("bad.jar: com.example.Nowhere cannot be used: the class is not there");
        assertThat(plugins(jar -> services(jar, "java.lang.String")))
                .contains("bad.jar: java.lang.String cannot be used: it is no dev.alain.validation.RuleCatalog");
        assertThat(plugins(jar -> services(jar, "java.lang.Math"))).contains("needs to be a public class");
        assertThat(plugins(Files::delete)).contains("there is no jar in");
        assertThat(alain("validate", "x", "--plugins", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
    }

    @Test
    void rulesAreATableOrJson() throws IOException {
        assertThat(alain("rules", "--profile", "structure")).isZero();
        assertThat(out.toString()).contains("ID ").contains("STR013").doesNotContain("FMT003");
        out.getBuffer().setLength(0);
        assertThat(alain("rules", "str013", "--json")).isZero();
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .path(0)
                        .path("slug")
                        .asText())
                .isEqualTo("empty-cell");
        assertThat(alain("rules", "XYZ999")).isEqualTo(2);
        assertThat(alain("rules", "--profile", "good")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no rule XYZ999").contains("there is no profile \"good\"");
    }

    /** Makes something of a jar. */
    private interface Making {
        void at(Path jar) throws IOException;
    }

    private String plugins(Making jar) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("bad"));
        Path file = plugins.resolve("bad.jar");
        Files.writeString(file, "");
        jar.at(file);
        Path notebook = Files.writeString(folder.resolve("n.ipynb"), NOTEBOOK);
        err.getBuffer().setLength(0);
        assertThat(alain("validate", notebook.toString(), "--plugins", plugins.toString()))
                .isEqualTo(2);
        return err.toString();
    }

    private static void services(Path jar, String line) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("META-INF/services/dev.alain.validation.RuleCatalog"));
            entries.write(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** A folder with the jar of the sample, without its module description: it is on no module path here. */
    private Path sample() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(SAMPLE.resolve("src/main/java/com"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        arguments.toArray(String[]::new));
        assertThat(code).isZero();
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        try (OutputStream file = Files.newOutputStream(plugins.resolve("acme.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            add(classes, jar);
            add(SAMPLE.resolve("src/main/resources"), jar);
        }
        return plugins;
    }

    private static void add(Path root, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
    }

    private int alain(String... arguments) {
        return Alain.run(
                arguments, InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
