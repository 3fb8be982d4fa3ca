package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start runs with every jar on the module path. */
final class ModulePathTest {
    private static final List<String> NEEDED = List.of(
            "alain-sdk-api", "alain-sdk-core", "jackson-", "commonmark", "snakeyaml-engine", "slf4j-api", "jspecify");

    @Test
    void makesANotebook(@TempDir Path folder) throws IOException, InterruptedException {
        String all = System.getProperty("java.class.path");
        String modules = Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> NEEDED.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        String quickstart = Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("quickstart"))
                .findFirst()
                .orElseThrow();
        Path card = Path.of(System.getProperty("project.root", ".."), "samples/quickstart/cards/all-MiniLM-L6-v2.md");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--module-path",
                        modules,
                        "--add-modules",
                        "dev.alain.core",
                        "-cp",
                        quickstart,
                        "dev.alain.samples.quickstart.QuickStart",
                        card.toString(),
                        folder.resolve("manual.ipynb").toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(folder.resolve("manual.ipynb")).exists();
    }
}
