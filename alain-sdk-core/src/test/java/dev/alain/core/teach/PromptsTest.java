package dev.alain.core.teach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.CookbookGenerator;
import dev.alain.Difficulty;
import dev.alain.PromptPack;
import dev.alain.Recipe;
import dev.alain.Template;
import dev.alain.UiComponent;
import dev.alain.core.MeasuredFigures;
import dev.alain.core.SharedData;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lint of prompts: every blank is filled, everything the recipe asks for arrives, nothing is too long. */
final class PromptsTest {
    private static final Recipe RECIPE = Recipe.forText("""
                    ---
                    pipeline_tag: text-classification
                    library_name: transformers
                    license: mit
                    ---
                    # Tiny

                    Tiny reads short notes and says how urgent they are, in four classes.

                    ## Usage

                    ```python
                    from transformers import pipeline
                    print(pipeline("text-classification", model="acme/tiny")("now!"))
                    ```
                    """)
            .difficulty(Difficulty.ADVANCED)
            .topic("lighthouse keeping")
            .ui(UiComponent.GRADIO)
            .template(Template.CHAT)
            .prompts(PromptPack.of("Is the lamp lit?"))
            .language("de")
            .maxSections(8)
            .build();

    @Test
    void carryEverythingThatTheRecipeAsksFor() {
        List<String> prompts = prompts(RECIPE);

        assertThat(prompts).hasSize(9);
        assertThat(prompts)
                .allSatisfy(prompt -> assertThat(prompt)
                        .contains("lighthouse keeping", "gradio", "chat", "Is the lamp lit?", "expert", "code de")
                        .contains("BEGIN DATA", "how urgent they are", "pipeline(\"text-classification\""));
    }

    @Test
    void haveNoBlankLeftAndNoOrdersToAnybodyElse() {
        assertThat(prompts(RECIPE))
                .allSatisfy(prompt -> assertThat(prompt).doesNotContain("{{", "}}", "SYSTEM:", "undefined", "null"));
    }

    @Test
    void fenceTheSourcesWithAMarkerThatTheyCannotHold() {
        for (String prompt : prompts(RECIPE)) {
            int begin = prompt.indexOf("\nBEGIN DATA ") + 12;
            String marker = prompt.substring(begin, begin + 12);

            assertThat(marker).matches("[0-9a-f]{12}");
            assertThat(prompt).contains("END DATA " + marker, "the marker " + marker);
        }
    }

    @Test
    void ofASectionCarryTheOutlineAndNoOtherSection() {
        String last = prompts(RECIPE).stream()
                .filter(prompt -> ScriptedLesson.sectionNumber(prompt) == 8)
                .findFirst()
                .orElseThrow();

        assertThat(last).contains("1. Part 1 of the work (part_1 -> -)", "8. Part 8 of the work (part_8 -> part_7)");
        assertThat(last).doesNotContain("Why part 1", "values_1_1");
        assertThat(last).contains("Must define, at the top level of a code cell: part_8");
    }

    @Test
    void areAtMostHalfAsLongAsTheOriginals() throws Exception {
        Path models = SharedData.file("models");
        int longest = 0;
        try (Stream<Path> folders = Files.list(models)) {
            for (Path folder :
                    folders.filter(Files::isDirectory).sorted().limit(12).toList()) {
                Recipe recipe = Recipe.forCard(folder.resolve("README.md"))
                        .maxSections(8)
                        .build();
                int characters =
                        prompts(recipe).stream().mapToInt(String::length).sum();
                longest = Math.max(longest, characters);
            }
        }
        MeasuredFigures.note("prompt-characters", "longest prompts of a manual of 8 sections: " + longest);

        assertThat(longest).isBetween(20_000, 81_020);
    }

    private static List<String> prompts(Recipe recipe) {
        ScriptedChatModel model = ScriptedChatModel.of(new ScriptedLesson(8));
        try (CookbookGenerator generator =
                CookbookGenerator.builder().chatModel(model).build()) {
            generator.generate(recipe);
        }
        return model.prompts();
    }
}
