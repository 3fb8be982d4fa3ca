package dev.alain.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.CookbookGenerator;
import dev.alain.Recipe;
import dev.alain.UiComponent;
import dev.alain.core.Cards;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every requirement of every lesson exists on PyPI, and each manual's set resolves on the Python that Colab has. */
@Tag("gate")
final class RequirementsGateTest {
    private static final List<List<String>> MODELS = List.of(
            List.of("text-generation", "transformers"),
            List.of("translation", "transformers"),
            List.of("sentence-similarity", "sentence-transformers"),
            List.of("automatic-speech-recognition", "transformers"),
            List.of("text-to-speech", "transformers"),
            List.of("image-classification", "timm"),
            List.of("object-detection", "transformers"),
            List.of("text-to-image", "diffusers"),
            List.of("image-text-to-text", "transformers"),
            List.of("tabular-classification", "sklearn"),
            List.of("robotics", "lerobot"));

    @Test
    void resolveTogether() throws Exception {
        Set<List<String>> sets = new LinkedHashSet<>();
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            for (List<String> model : MODELS) {
                for (UiComponent ui :
                        List.of(UiComponent.COMPLETION, UiComponent.API, UiComponent.GRADIO, UiComponent.STREAMLIT)) {
                    Recipe recipe = Recipe.about(Cards.subject(model.get(0), model.get(1)))
                            .ui(ui)
                            .build();
                    sets.add(generator.plan(recipe).outline().setup().requirements());
                }
            }
        }
        for (List<String> requirements : sets) {
            PythonTools.run(resolve(requirements));
        }
        assertThat(sets).hasSizeGreaterThan(8);
    }

    @Test
    void llamaCppIsPublishedInThePinnedVersion() throws Exception {
        assertThat(PythonTools.run("python3", "-m", "pip", "index", "versions", "llama-cpp-python"))
                .contains("0.3.36");
    }

    private static String[] resolve(List<String> requirements) {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-m",
                "pip",
                "install",
                "--dry-run",
                "--quiet",
                "--disable-pip-version-check",
                "--python-version",
                "3.13",
                "--only-binary=:all:",
                "--target",
                "target/dry-run",
                "--platform",
                "any"));
        for (int minor = 5; minor <= 39; minor++) {
            command.addAll(List.of("--platform", "manylinux_2_" + minor + "_x86_64"));
        }
        command.addAll(List.of("--platform", "manylinux2014_x86_64", "--platform", "manylinux1_x86_64"));
        command.addAll(requirements);
        return command.toArray(String[]::new);
    }
}
