package dev.alain.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Python programs that judge notebooks, in a virtual environment of their own below target. */
final class PythonTools {
    private static final Path ENVIRONMENT = Path.of("target/gate-venv");

    private PythonTools() {}

    /** The interpreter of an environment that holds these packages. */
    static Path environment(List<String> packages) throws IOException, InterruptedException {
        Path python = ENVIRONMENT.resolve("bin/python");
        if (!Files.exists(python)) {
            run("python3", "-m", "venv", ENVIRONMENT.toString());
        }
        List<String> install = new ArrayList<>(
                List.of(python.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"));
        install.addAll(packages);
        run(install.toArray(String[]::new));
        return python;
    }

    /** Runs a program and returns what it printed; fails when it does. */
    static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("gate", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(40, TimeUnit.MINUTES)).isTrue();
        String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(process.exitValue())
                .as(String.join(" ", command) + "\n" + printed)
                .isZero();
        return printed;
    }
}
