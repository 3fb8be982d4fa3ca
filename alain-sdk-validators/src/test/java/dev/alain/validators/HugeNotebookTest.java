package dev.alain.validators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notebook of 20 MB is checked within 512 MiB, in a build 4 MB within 160; the time stands in {@code target/figures}. */
final class HugeNotebookTest {
    private static final boolean GATE = Boolean.getBoolean("gate");

    @TempDir
    Path folder;

    @Test
    void isCheckedInLittleMemory() throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("huge.ipynb"), HugeNotebook.bytes(GATE ? 20 : 4));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                GATE ? "-Xmx512m" : "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                HugeNotebook.class.getName(),
                file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(printed).contains("failed {}");
        Path figures = Files.createDirectories(Path.of("target/figures")).resolve("huge-notebook.txt");
        Files.writeString(figures, Files.size(file) + " bytes: " + printed);
    }
}
