package dev.alain.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.testkit.FaultServer;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.testkit.TeacherFault.Reaction;
import dev.alain.testkit.TeacherServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own, killed at any moment: what was stored is never asked for again. */
final class KilledRunsTest {
    private static final ScriptedLesson LESSON = new ScriptedLesson(6);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void goesOnWhereItWasKilled() throws Exception {
        kills(3);
    }

    @Test
    @Tag("gate")
    void goesOnWhereItWasKilledAHundredTimes() throws Exception {
        kills(100);
    }

    private void kills(int times) throws Exception {
        Path card = Files.writeString(folder.resolve("card.md"), """
            ---
            pipeline_tag: fill-mask
            library_name: transformers
            license: mit
            ---
            # Tiny

            A tiny model for tests, with a sentence of some length about it.
            """);
        List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
        Semaphore calls = new Semaphore(0);
        int resumed = 0;
        int most = 0;
        try (FaultServer server = TeacherServer.start(
                (prompt, call) -> {
                    asked.add(ScriptedLesson.sectionNumber(prompt));
                    calls.release();
                    return Reaction.text(LESSON.answer(prompt));
                },
                Duration.ofMillis(120))) {
            List<String> teacher = List.of("--base-url", server.uri() + "/v1", "--teacher", "scripted");
            Path whole = folder.resolve("whole");
            run(whole, teacher, "--card", card.toString()).waitFor();
            byte[] expected = Files.readAllBytes(notebooks(whole).get(0));
            Random random = new Random(5);
            for (int i = 0; i < times; i++) {
                Path out = folder.resolve("out-" + i);
                asked.clear();
                calls.drainPermits();
                Process killed = run(out, teacher, "--card", card.toString());
                assertThat(calls.tryAcquire(1 + random.nextInt(7), 60, TimeUnit.SECONDS))
                        .isTrue();
                killed.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
                killed.destroyForcibly().waitFor();
                Set<Integer> stored = stored(out);
                int before = asked.size();
                Optional<String> run = begun(out);
                if (run.isEmpty()) {
                    continue;
                }
                asked.clear();
                assertThat(run(out, teacher, "--resume", run.get()).waitFor()).isZero();
                assertThat(asked).noneMatch(stored::contains);
                assertThat(Files.readAllBytes(notebooks(out).get(0))).isEqualTo(expected);
                most = Math.max(most, before + asked.size() - 7);
                resumed++;
            }
        }
        assertThat(resumed).isPositive();
        assertThat(most).isLessThanOrEqualTo(16);
        Files.createDirectories(Path.of("target", "figures"));
        Files.writeString(
                Path.of("target", "figures", "kills-" + times + ".txt"),
                resumed + " of " + times + " had a manifest and were resumed, at most " + most + " calls made again\n");
    }

    private Process run(Path out, List<String> teacher, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Alain.class.getName(),
                "generate",
                "--max-sections",
                "6",
                "--out-dir",
                out.toString()));
        command.addAll(teacher);
        command.addAll(Arrays.asList(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile());
        builder.environment().put("HF_HUB_OFFLINE", "1");
        return builder.start();
    }

    /** The sections whose results are in the store. */
    private static Set<Integer> stored(Path out) throws IOException {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (Path file : files(out.resolve(".store"), ".json")) {
            byte[] all = Files.readAllBytes(file);
            JsonNode result = MAPPER.readTree(Arrays.copyOfRange(all, 65, all.length));
            if (result.has("section")) {
                numbers.add(result.at("/section/section_number").asInt());
            } else if (result.has("outline")) {
                numbers.add(0);
            }
        }
        return numbers;
    }

    private static Optional<String> begun(Path out) throws IOException {
        for (Path manifest : files(out, "manifest.json")) {
            return Optional.of(
                    MAPPER.readTree(Files.readAllBytes(manifest)).path("run_id").asText());
        }
        return Optional.empty();
    }

    private static List<Path> notebooks(Path out) throws IOException {
        return files(out, "notebook.ipynb");
    }

    private static List<Path> files(Path root, String end) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
