package dev.alain.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.CookbookGenerator;
import dev.alain.Generation;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.net.HttpTimeouts;
import dev.alain.providers.OpenAiCompatible;
import dev.alain.providers.RemoteChatModel;
import dev.alain.providers.resilience.ResiliencePolicy;
import dev.alain.testkit.Answer;
import dev.alain.testkit.FaultServer;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.testkit.TeacherServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An endpoint on a bad day, seeded: 10 % 429, 5 % 5xx, 3 % resets and cuts, 10 % malformed, 2 % stalls. */
final class BadDayTest {
    private static final ScriptedLesson LESSON = new ScriptedLesson(8);
    private static final String CARD = """
            ---
            pipeline_tag: fill-mask
            library_name: transformers
            license: mit
            ---
            # Tiny

            A tiny model for tests, with a sentence of some length about it.
            """;

    @Test
    @Timeout(120)
    void shipsNotebooksAllTheSame() throws Exception {
        storm(12);
    }

    @Test
    @Tag("gate")
    void shipsAThousandNotebooksAllTheSame() throws Exception {
        storm(1_000);
    }

    private static void storm(int notebooks) throws Exception {
        Random random = new Random(17);
        int[] paid = new int[1];
        try (FaultServer server = FaultServer.routing(request -> answer(request.body(), random, paid));
                RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("scripted")
                        .timeouts(new HttpTimeouts(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(120)))
                        .resilience(ResiliencePolicy.builder()
                                .concurrency(16)
                                .breakerPause(Duration.ofSeconds(1))
                                .firstBackoff(Duration.ofMillis(20))
                                .retryBudget(1_000_000)
                                .build())
                        .build();
                CookbookGenerator generator =
                        CookbookGenerator.builder().chatModel(model).build()) {
            List<Generation> all = new ArrayList<>();
            for (int i = 0; i < notebooks; i++) {
                all.add(generator.submit(
                        Recipe.forText(CARD).topic("day " + i).maxSections(8).build()));
            }
            int shipped = 0;
            int fallbacks = 0;
            for (Generation generation : all) {
                NotebookArtifact manual =
                        generation.result().exceptionally(failure -> null).get();
                if (manual != null && manual.report().passed()) {
                    shipped++;
                    fallbacks += manual.metrics().at("/teaching/fallback_steps").asInt();
                }
            }
            double calls = paid[0] / (9.0 * notebooks);
            Files.createDirectories(Path.of("target", "figures"));
            Files.writeString(
                    Path.of("target", "figures", "chaos-" + notebooks + ".txt"),
                    "%d of %d shipped, %.3f paid calls a stage, %d steps by the offline teacher%n"
                            .formatted(shipped, notebooks, calls, fallbacks));
            assertThat(shipped).isGreaterThanOrEqualTo((int) (0.995 * notebooks));
            assertThat(calls).isLessThanOrEqualTo(1.25);
        }
    }

    /** Only what is answered with text is paid for. */
    private static synchronized Answer answer(String body, Random random, int[] paid) {
        int share = random.nextInt(100);
        if (share < 10) {
            return Answer.text(
                    429, Map.of("Content-Type", "application/json"), "{\"error\":{\"message\":\"slow down\"}}");
        }
        if (share < 15) {
            return Answer.json(503, "{\"error\":{\"message\":\"overloaded\"}}");
        }
        if (share < 17) {
            return Answer.reset();
        }
        if (share < 19) {
            return Answer.silence();
        }
        paid[0]++;
        String text = LESSON.answer(TeacherServer.prompt(body));
        boolean cut = share < 20;
        boolean malformed = share >= 20 && share < 30;
        String written = malformed ? malformed(text, random) : cut ? text.substring(0, text.length() / 2) : text;
        return TeacherServer.completion(written, cut ? "length" : "stop");
    }

    private static String malformed(String text, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "```json\n" + text + "\n```";
            case 1 -> text.replace("]", ",]");
            case 2 -> "<think>Well {</think>" + text;
            case 3 -> text.replaceFirst("\":1,", "\": 1\",");
            default -> "I cannot do that.";
        };
    }
}
