package dev.alain.core.teach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.CookbookGenerator;
import dev.alain.Generation;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.chat.ChatModel;
import dev.alain.core.Cards;
import dev.alain.core.MeasuredFigures;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.testkit.TeacherFault;
import dev.alain.testkit.TeacherFault.Reaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replies damaged as often as those that were recorded: 39 % whole, 23 % behind thoughts, 28 % cut or in circles, … */
final class DamagedRepliesTest {
    private static final ScriptedLesson LESSON = new ScriptedLesson(8);
    private static final Map<String, TeacherFault> FAULTS =
            TeacherFault.all().stream().collect(Collectors.toMap(TeacherFault::id, Function.identity()));
    private static final List<String> THOUGHTS = List.of("O02", "O12", "O13", "L01", "O01");
    private static final List<String> CUT = List.of("O05", "O06", "L15", "L16");
    private static final List<String> SYNTAX = List.of("O07", "O08", "O09", "O10", "O11", "O14", "O03");
    private static final List<String> NO_JSON = List.of("L11", "L13");

    /** What came of many runs. */
    private record Figures(int runs, int passed, int sections, int byModel, int calls) {
        @Override
        public String toString() {
            return "%d of %d runs passed, %.1f %% of %d sections by the model, %.2f calls a section"
                    .formatted(passed, runs, 100.0 * byModel / sections, sections, (double) calls / sections);
        }
    }

    @Test
    void endsInNotebooksThatTheModelWrote() throws Exception {
        check(figures(60, 7));
    }

    @Test
    @Tag("gate")
    void endsInNotebooksThatTheModelWroteAThousandTimes() throws Exception {
        check(figures(1_000, 42));
    }

    private static void check(Figures figures) throws IOException {
        assertThat(figures.passed()).as(figures::toString).isGreaterThanOrEqualTo((int)
                Math.ceil(0.995 * figures.runs()));
        assertThat(figures.byModel()).as(figures::toString).isGreaterThanOrEqualTo((int) (0.95 * figures.sections()));
        MeasuredFigures.note("damaged-replies-" + figures.runs(), figures);
    }

    private static Figures figures(int runs, long seed) throws Exception {
        List<Generation> generations = new ArrayList<>();
        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(model(seed)).build()) {
            for (int i = 0; i < runs; i++) {
                generations.add(generator.submit(Recipe.about(Cards.subject("text-classification", "transformers"))
                        .topic("run " + i)
                        .maxSections(8)
                        .build()));
            }
            Figures figures = new Figures(runs, 0, 0, 0, 0);
            for (Generation generation : generations) {
                figures = add(figures, generation.result().get());
            }
            return figures;
        }
    }

    private static Figures add(Figures sum, NotebookArtifact manual) {
        var teaching = manual.metrics().path("teaching");
        int sections = manual.sections().size();
        int calls = 0;
        for (var step : teaching.path("calls_by_step")) {
            calls += step.asInt();
        }
        return new Figures(
                sum.runs(),
                sum.passed() + (manual.report().passed() ? 1 : 0),
                sum.sections() + sections,
                sum.byModel() + sections - teaching.path("fallback_steps").asInt(),
                sum.calls() + calls);
    }

    private static ChatModel model(long seed) {
        Map<String, Integer> asked = new ConcurrentHashMap<>(); // not the order of threads decides, but the question
        return ScriptedChatModel.of((prompt, call) -> {
                    int time = asked.merge(prompt, 1, Integer::sum);
                    Random random = new Random(seed * 31 + prompt.hashCode() + 7_919L * time);
                    return fault(random)
                            .map(fault -> fault.react().apply(LESSON, prompt))
                            .orElseGet(() -> Reaction.text(LESSON.answer(prompt)));
                })
                .forgetful();
    }

    private static java.util.Optional<TeacherFault> fault(Random random) {
        int share = random.nextInt(99);
        List<String> ids =
                share < 39 ? List.of() : share < 62 ? THOUGHTS : share < 90 ? CUT : share < 96 ? SYNTAX : NO_JSON;
        return ids.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.ofNullable(FAULTS.get(ids.get(random.nextInt(ids.size()))));
    }
}
