package dev.alain.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.Difficulty;
import dev.alain.Recipe;
import dev.alain.UiComponent;
import dev.alain.stage.StageKey;
import org.junit.jupiter.api.Test;

final class KeyBuilderTest {
    private static final Recipe RECIPE = Recipe.forModel("acme/tiny")
            .difficulty(Difficulty.BEGINNER)
            .topic("bread")
            .build();

    @Test
    void neverChangesWithoutAVersionBump() {
        assertThat(key(RECIPE, 1).hex()).isEqualTo("900143399405189bff496b514480a96797af8071ee7b324d023ea745d794578d");
    }

    @Test
    void dependsOnDeclaredFieldsOnly() {
        assertThat(key(RECIPE.toBuilder().ui(UiComponent.GRADIO).build(), 1)).isEqualTo(key(RECIPE, 1));
        assertThat(key(RECIPE.toBuilder().topic("bees").build(), 1)).isNotEqualTo(key(RECIPE, 1));
        assertThat(key(RECIPE, 2)).isNotEqualTo(key(RECIPE, 1));
    }

    @Test
    void isWrittenAsRfc8785Asks() throws Exception {
        String json = CanonicalJson.write(
                new ObjectMapper().readTree("{\"b\":[1,true,null],\"a\":\"\\u001F\\n/é\\\"\",\"€\":{}}"));

        assertThat(json).isEqualTo("{\"a\":\"\\u001f\\n/é\\\"\",\"b\":[1,true,null],\"€\":{}}");
    }

    private static StageKey key(Recipe recipe, int step) {
        return new KeyBuilder("section", 1)
                .teacher("v1", "offline")
                .recipe(recipe, "difficulty", "topic")
                .input("dossier", "00")
                .step(step)
                .build();
    }
}
