package dev.alain.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.Budget;
import dev.alain.CookbookGenerator;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.Settings;
import dev.alain.TeacherLoss;
import dev.alain.chat.ChatException;
import dev.alain.providers.OpenAiCompatible;
import dev.alain.providers.RemoteChatModel;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.testkit.FaultServer;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.testkit.TeacherFault;
import dev.alain.testkit.TeacherFault.Reaction;
import dev.alain.testkit.TeacherServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A teacher behind a socket: every fault, at outline, section and both, through the whole stack. */
final class LoopbackTeacherTest {
    private static final ScriptedLesson LESSON = new ScriptedLesson(6);
    private static final String CARD = """
            ---
            pipeline_tag: fill-mask
            library_name: transformers
            license: mit
            ---
            # Tiny

            A tiny model for the tests of the command line, with a sentence of some length.
            """;

    /** After these nothing is ever answered, so a run has nothing to go by. */
    private static final Set<String> DEAD = Set.of("T01", "T02", "T03", "T04", "T06");

    @TempDir
    Path folder;

    private static Stream<TeacherFault> faults() {
        return TeacherFault.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endsInANotebookOrATypedError(TeacherFault fault) {
        boolean dead = DEAD.contains(fault.id());
        for (boolean[] where : new boolean[][] {{true, false}, {false, true}, {true, true}}) {
            if ((dead && where[0]) || (fault.id().equals("T03") && where[1])) {
                assertThatThrownBy(() -> generate(fault, where[0], where[1], TeacherLoss.FAIL))
                        .isInstanceOf(ChatException.class);
                assertThat(generate(fault, where[0], where[1], TeacherLoss.OFFLINE)
                                .report()
                                .passed())
                        .isTrue();
            } else {
                NotebookArtifact manual = generate(fault, where[0], where[1], TeacherLoss.FAIL);
                assertThat(manual.report().passed())
                        .as(() -> manual.report().findings().toString())
                        .isTrue();
            }
        }
    }

    private static NotebookArtifact generate(TeacherFault fault, boolean outline, boolean section, TeacherLoss loss) {
        ResiliencePolicy quick = ResiliencePolicy.builder()
                .breakerPause(Duration.ofMillis(100))
                .firstBackoff(Duration.ofMillis(5))
                .longestWait(Duration.ofMillis(500))
                .build();
        try (FaultServer server = TeacherServer.start(
                        (prompt, call) -> (ScriptedLesson.isSection(prompt) ? section : outline)
                                ? fault.react().apply(LESSON, prompt)
                                : Reaction.text(LESSON.answer(prompt)),
                        Duration.ZERO);
                RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("scripted")
                        .resilience(quick)
                        .build();
                CookbookGenerator generator =
                        CookbookGenerator.builder().chatModel(model).build()) {
            return generator.generate(Recipe.forText(CARD)
                    .maxSections(6)
                    .budget(Budget.defaults()
                            .withTime(Duration.ofSeconds(fault.id().equals("T04") ? 4 : 60)))
                    .onTeacherLoss(loss)
                    .build());
        }
    }

    @Test
    void writesFromTheCommandLineWithLiveProgress() throws IOException {
        Path card = Files.writeString(folder.resolve("card.md"), CARD);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (FaultServer server =
                TeacherServer.start((prompt, call) -> Reaction.text(LESSON.answer(prompt)), Duration.ZERO)) {
            String[] arguments = {
                "generate",
                "--card",
                card.toString(),
                "--base-url",
                server.uri() + "/v1",
                "--teacher",
                "scripted",
                "--max-sections",
                "6",
                "--out-dir",
                folder.resolve("out").toString(),
                "--json"
            };
            assertThat(alain(arguments, out, err)).isZero();
            JsonNode summary = new ObjectMapper().readTree(out.toString());

            assertThat(summary.path("verdict").asText()).isEqualTo("PASSED");
            assertThat(summary.path("title").asText()).isEqualTo("A first week with the model");
            assertThat(summary.at("/teaching/actual/calls").asInt())
                    .isEqualTo(7)
                    .isEqualTo(server.posts());
            assertThat(summary.at("/teaching/estimate/calls").asInt()).isEqualTo(8);
            assertThat(summary.at("/teaching/fallback_steps").asInt()).isZero();
            assertThat(err.toString()).contains("Step 6: Part 6 of the work", "[7 calls, ");

            String[] again = {
                "generate",
                "--resume",
                summary.path("run").asText(),
                "--base-url",
                server.uri() + "/v1",
                "--teacher",
                "scripted",
                "--out-dir",
                folder.resolve("out").toString()
            };
            assertThat(alain(again, out, err)).isZero();
            assertThat(server.posts()).isEqualTo(7);

            String[] other = {
                "generate",
                "--resume",
                summary.path("run").asText(),
                "--out-dir",
                folder.resolve("out").toString()
            };
            assertThat(alain(other, out, err)).isEqualTo(2);
            assertThat(err.toString()).contains("was begun by the teacher openai-compatible:scripted, not by offline");
        }
    }

    @Test
    void saysWhatIsMissing() {
        StringWriter err = new StringWriter();

        assertThat(alain(new String[] {"generate", "--card", "x.md", "--teacher", "y"}, new StringWriter(), err))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--teacher needs an endpoint");
    }

    private int alain(String[] arguments, StringWriter out, StringWriter err) {
        Settings settings = Settings.of(Map.of("HF_HUB_OFFLINE", "1", "HF_HOME", folder.toString()));
        return Alain.run(
                arguments,
                settings,
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
