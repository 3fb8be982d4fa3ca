package dev.alain.core.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.CookbookGenerator;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.TeacherLoss;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatModel;
import dev.alain.core.Cards;
import dev.alain.notebook.Cell;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.testkit.TeacherFault;
import dev.alain.testkit.TeacherFault.Reaction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a teacher answers, a run ends in a notebook; only a refused key and eternal silence end it otherwise. */
final class TeacherFaultsTest {
    private static final ScriptedLesson LESSON = new ScriptedLesson(6);
    private static final Recipe RECIPE = Recipe.about(Cards.subject("text-classification", "transformers"))
            .maxSections(8)
            .build();

    /** Faults after which a chat model never answers anything. */
    private static final Set<String> DEAD = Set.of("T02", "T01", "T03", "T04", "T06");

    /** What faulty answers try to bring in. */
    private static final List<String> BANNED = List.of(
            "x.example",
            "b64decode",
            "<script",
            "javascript:",
            "aB3dE6gH9jK2",
            "transfomers",
            "evil/other",
            "\u202e",
            "\u200b",
            "<think>",
            "<|channel|>",
            "your code here");

    static Stream<TeacherFault> faults() {
        return TeacherFault.all().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endsInANotebookThoughEveryOutlineIsFaulty(TeacherFault fault) {
        if (DEAD.contains(fault.id())) {
            assertThatThrownBy(() -> generate(scripted(fault, true, false, 99), RECIPE))
                    .isInstanceOf(ChatException.class);
        } else {
            assertGood(generate(scripted(fault, true, false, 99), RECIPE));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endsInANotebookThoughEverySectionIsFaulty(TeacherFault fault) {
        if (fault.id().equals("T03")) {
            assertThatThrownBy(() -> generate(scripted(fault, false, true, 99), RECIPE))
                    .isInstanceOf(ChatException.Authentication.class);
        } else {
            assertGood(generate(scripted(fault, false, true, 99), RECIPE));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endsInAnOfflineManualWhenThatIsAskedFor(TeacherFault fault) {
        Recipe recipe = RECIPE.toBuilder().onTeacherLoss(TeacherLoss.OFFLINE).build();

        assertGood(generate(scripted(fault, true, true, 99), recipe));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void writesEverythingWhenAFaultHappensOnce(TeacherFault fault) {
        if (fault.id().equals("T03")
                || fault.id().equals("T06")
                || fault.id().equals("T05")
                || fault.id().equals("T07")) {
            return; // not asked again: a key does not become right by trying
        }
        NotebookArtifact manual = generate(scripted(fault, true, true, 1), RECIPE);

        assertGood(manual);
        assertThat(manual.metrics().at("/teaching/fallback_steps").asInt()).isZero();
        assertThat(manual.outline().title()).isEqualTo("A first week with the model");
    }

    @Test
    void asksTheSecondModelBeforeTheOfflineTeacher() {
        ChatModel broken =
                ScriptedChatModel.of((prompt, call) -> Reaction.text("no")).named("broken");
        try (CookbookGenerator generator = CookbookGenerator.builder()
                .chatModel(broken)
                .secondChatModel(ScriptedChatModel.of(LESSON).named("second"))
                .build()) {
            NotebookArtifact manual = generator.generate(RECIPE);

            assertGood(manual);
            assertThat(manual.notebook().metadata().at("/alain/teacher"))
                    .allSatisfy(
                            teacher -> assertThat(teacher.path("id").asText()).isEqualTo("second"));
        }
    }

    private static ChatModel scripted(TeacherFault fault, boolean outline, boolean sections, int times) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return ScriptedChatModel.of((prompt, call) -> {
            int number = ScriptedLesson.sectionNumber(prompt);
            boolean meant = number == 0 ? outline : sections;
            boolean first = seen.add("about " + number);
            return meant && (first || times > 1)
                    ? fault.react().apply(LESSON, prompt)
                    : Reaction.text(LESSON.answer(prompt));
        });
    }

    private static NotebookArtifact generate(ChatModel model, Recipe recipe) {
        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(model).build()) {
            return generator.generate(recipe);
        }
    }

    private static void assertGood(NotebookArtifact manual) {
        assertThat(manual.report().passed())
                .as(() -> manual.report().findings().toString())
                .isTrue();
        String text = manual.notebook().cells().stream().map(Cell::source).collect(Collectors.joining("\n"));
        for (String banned : BANNED) {
            assertThat(text).doesNotContain(banned);
        }
    }
}
