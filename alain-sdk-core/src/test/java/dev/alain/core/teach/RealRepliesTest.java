package dev.alain.core.teach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.CookbookGenerator;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.core.Cards;
import dev.alain.core.SharedData;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import dev.alain.testkit.TeacherFault.Reaction;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that real models gave, and shapes that they like better than the contract's. */
final class RealRepliesTest {
    private static final ScriptedLesson LESSON = new ScriptedLesson(6);
    private static final Recipe RECIPE = Recipe.about(Cards.subject("text-classification", "transformers"))
            .maxSections(8)
            .build();

    @Test
    void takesTheOutlineThatLostAWholeRunForAStrayQuote() throws Exception {
        String reply = Files.readString(SharedData.file(
                "llm-replies/responses/0182-outline-unrecorded-smoke-outline-ts-default-gpt-oss-20b-t-on-poe.txt"));

        NotebookArtifact manual = generate(reply);

        assertThat(manual.report().passed()).isTrue();
        assertThat(manual.outline().steps()).hasSize(8);
        assertThat(manual.notebook().metadata().at("/alain/teacher/0/fallback").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0184-outline-gpt-oss-20b-poe.txt",
                "0186-section-gpt-oss-20b-poe.txt",
                "0187-section-gpt-oss-20b-poe.txt"
            })
    void endsInANotebookWithRepliesOfAnotherShape(String file) throws Exception {
        String reply = Files.readString(SharedData.file("llm-replies/responses/" + file));
        ScriptedChatModel model = ScriptedChatModel.of((prompt, call) -> Reaction.text(
                ScriptedLesson.isSection(prompt) == file.contains("section") ? reply : LESSON.answer(prompt)));
        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(model).build()) {
            assertThat(generator.generate(RECIPE).report().passed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"introduces\":[\"part_1\"] -> \"introduces\":null",
                "{\"title\":\"Documentation\",\"url\":\"https://huggingface.co/docs/transformers\"} -> \"https://huggingface.co/docs/transformers\"",
                "\"correct_index\":0 -> \"correct_index\":\"A\"",
                "\"requirements\":[\"transformers\",\"torch\",\"ipywidgets\"] -> \"requirements\":\"transformers\"",
                "\"commands\":[] -> \"commands\":null",
                "\"step\":1 -> \"step\":\"1\""
            })
    void takesOutlinesWithOtherTypesAtOnce(String change) {
        String[] parts = change.split(" -> ", 2);
        String reply = LESSON.answer("").replace(parts[0], parts[1]);

        NotebookArtifact manual = generate(reply);

        assertThat(manual.outline().title()).isEqualTo("A first week with the model");
        assertThat(manual.metrics().at("/teaching/actual/calls").asInt()).isEqualTo(7);
    }

    @Test
    void joinsSourcesThatAreListsOfLines() {
        ScriptedChatModel model = ScriptedChatModel.of((prompt, call) -> {
            var tree = LESSON.value(prompt);
            for (JsonNode cell : tree.path("content")) {
                String source = cell.path("source").asText();
                var lines = ((ObjectNode) cell).putArray("source");
                source.lines().forEach(line -> lines.add(line + "\n"));
            }
            return Reaction.text(tree.toString());
        });
        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(model).build()) {
            NotebookArtifact manual = generator.generate(RECIPE);

            assertThat(manual.sections().get(0).content())
                    .anySatisfy(cell ->
                            assertThat(cell.source()).contains("values_1_1 = [1, 1, 2]\npart_1 = sum(values_1_1)"));
        }
    }

    private static NotebookArtifact generate(String outline) {
        ScriptedChatModel model = ScriptedChatModel.of(
                (prompt, call) -> Reaction.text(ScriptedLesson.isSection(prompt) ? LESSON.answer(prompt) : outline));
        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(model).build()) {
            return generator.generate(RECIPE);
        }
    }
}
