package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.testkit.Answer;
import dev.alain.testkit.FaultServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start, and a question to a chat model, with every jar on the module path. */
final class ModulePathTest {
    private static final String ALL = System.getProperty("java.class.path");
    private static final List<String> PROVIDERS = List.of(
            "alain-sdk-api",
            "alain-sdk-providers",
            "jackson-",
            "okhttp-jvm",
            "okio-jvm",
            "kotlin-stdlib",
            "resilience4j",
            "slf4j-api",
            "jspecify");
    private static final List<String> NEEDED = List.of(
            "alain-sdk-api", "alain-sdk-core", "jackson-", "commonmark", "snakeyaml-engine", "slf4j-api", "jspecify");

    @Test
    void makesANotebook(@TempDir Path folder) throws IOException, InterruptedException {
        Path card = Path.of(System.getProperty("project.root", ".."), "samples/quickstart/cards/all-MiniLM-L6-v2.md");
        String printed = run(
                NEEDED,
                "dev.alain.core",
                entry("quickstart"),
                "dev.alain.samples.quickstart.QuickStart",
                card.toString(),
                folder.resolve("manual.ipynb").toString());

        assertThat(folder.resolve("manual.ipynb")).as(printed).exists();
    }

    @Test
    void asksAChatModel() throws IOException, InterruptedException {
        String reply = "{\"choices\":[{\"message\":{\"content\":\"Because!\"},\"finish_reason\":\"stop\"}]}";
        try (FaultServer server = FaultServer.answering(Answer.json(200, reply))) {
            String printed = run(
                    PROVIDERS,
                    "dev.alain.providers",
                    entry("docs" + File.separator + "target" + File.separator + "test-classes"),
                    AskOnModulePath.class.getName(),
                    server.uri() + "/v1");

            assertThat(printed)
                    .contains("Because!")
                    .contains("module dev.alain.providers")
                    .contains("module okhttp3");
        }
    }

    @Test
    void checksANotebookWithNothingButApiAndValidators() throws IOException, InterruptedException {
        String printed = run(
                List.of("alain-sdk-api", "alain-sdk-validators", "jackson-", "commonmark", "re2j", "jspecify"),
                "dev.alain.validators",
                entry("docs" + File.separator + "target" + File.separator + "test-classes"),
                ValidateOnModulePath.class.getName());

        assertThat(printed)
                .contains("module dev.alain.api")
                .contains("error COD001 in c1:1: Python cannot read this cell: '(' was never closed")
                .contains("failed {}");
    }

    /** Runs a class on the class path, with everything it needs on the module path. */
    private static String run(List<String> modules, String root, String classPath, String... arguments)
            throws IOException, InterruptedException {
        String path = Arrays.stream(ALL.split(File.pathSeparator, -1))
                .filter(entry -> modules.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--module-path",
                path,
                "--add-modules",
                root,
                "-cp",
                classPath));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static String entry(String part) {
        return Arrays.stream(ALL.split(File.pathSeparator, -1))
                .filter(entry -> entry.contains(part))
                .findFirst()
                .orElseThrow();
    }
}
