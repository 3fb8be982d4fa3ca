package dev.alain.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.CookbookGenerator;
import dev.alain.Difficulty;
import dev.alain.Recipe;
import dev.alain.Subject;
import dev.alain.UiComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manuals run from first to last cell on a real kernel, with the real libraries and tiny models made on the spot. */
@Tag("gate")
final class WholeManualsGateTest {
    private static final List<String> LIBRARIES = List.of(
            "accelerate==1.14.0",
            "huggingface-hub==1.27.0",
            "ipykernel==7.4.0",
            "ipywidgets==8.1.8",
            "joblib==1.5.3",
            "nbclient==0.11.0",
            "nbformat==5.11.1",
            "numpy==2.1.3",
            "pandas==2.2.3",
            "pillow==11.3.0",
            "protobuf==5.29.6",
            "scikit-learn==1.6.1",
            "sentence-transformers==5.7.0",
            "sentencepiece==0.2.2",
            "skops==0.16.0",
            "torch==2.11.0",
            "torchvision==0.26.0",
            "transformers==5.15.0");

    /** Tiny model, task, library, and a title that makes it a chat model or not. */
    private static final List<List<String>> MODELS = List.of(
            List.of("tiny-rows", "tabular-classification", "sklearn", "Tiny"),
            List.of("tiny-sentences", "sentence-similarity", "sentence-transformers", "Tiny"),
            List.of("tiny-sentences", "feature-extraction", "transformers", "Tiny"),
            List.of("tiny-chat", "text-generation", "transformers", "Tiny Chat"),
            List.of("tiny-text", "text-generation", "transformers", "Tiny"),
            List.of("tiny-classes", "text-classification", "transformers", "Tiny"),
            List.of("tiny-nli", "zero-shot-classification", "transformers", "Tiny"),
            List.of("tiny-entities", "token-classification", "transformers", "Tiny"),
            List.of("tiny-answers", "question-answering", "transformers", "Tiny"),
            List.of("tiny-gaps", "fill-mask", "transformers", "Tiny"),
            List.of("tiny-rewrites", "summarization", "transformers", "Tiny"),
            List.of("tiny-rewrites", "translation", "transformers", "Tiny"),
            List.of("tiny-rewrites", "text2text-generation", "transformers", "Tiny"),
            List.of("tiny-pictures", "image-classification", "transformers", "Tiny"));

    @Test
    void runFromFirstToLastCell(@TempDir Path folder) throws Exception {
        Path python = PythonTools.environment(LIBRARIES);
        String script = "src/test/python/run_manuals.py";
        PythonTools.run(python.toString(), script, "models", folder.toString());
        List<String> command = new ArrayList<>(List.of(python.toString(), script, "run", folder.toString()));
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            for (List<String> model : MODELS) {
                for (UiComponent ui : List.of(UiComponent.COMPLETION, UiComponent.STREAMING)) {
                    Path file = folder.resolve(model.get(0) + "-" + model.get(1) + "-" + ui.name() + ".ipynb");
                    generator.generate(recipe(folder, model, ui)).notebook().writeTo(file);
                    command.add(file.toString());
                }
            }
        }

        String printed = PythonTools.run(command.toArray(String[]::new));

        assertThat(printed.lines().filter(line -> line.endsWith("ran from first to last cell")))
                .hasSize(2 * MODELS.size());
    }

    private static Recipe recipe(Path folder, List<String> model, UiComponent ui) throws IOException {
        return Recipe.about(subject(folder, model))
                .ui(ui)
                .difficulty(ui.equals(UiComponent.STREAMING) ? Difficulty.BEGINNER : Difficulty.ADVANCED)
                .maxSections(15)
                .build();
    }

    /** The file of a scikit-learn model has any name, which only the config.json beside the card tells. */
    private static Subject subject(Path folder, List<String> model) throws IOException {
        String id = "acme/" + model.get(0);
        String card = "---\npipeline_tag: " + model.get(1) + "\nlibrary_name: " + model.get(2) + "\n---\n# "
                + model.get(3) + "\nA tiny model, described in a sentence that is long enough to be a summary.\n";
        if (!model.get(2).equals("sklearn")) {
            return new Subject.PastedText(card, id);
        }
        Path file = folder.resolve(id).resolve("README.md");
        Files.writeString(file, card);
        return new Subject.ModelCard(file.toString(), id);
    }
}
