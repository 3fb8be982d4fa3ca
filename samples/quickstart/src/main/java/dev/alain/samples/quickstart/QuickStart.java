package dev.alain.samples.quickstart;

import dev.alain.CookbookGenerator;
import dev.alain.Difficulty;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import java.io.IOException;
import java.nio.file.Path;

/** Turns a model card into a notebook: no key, no network. */
public final class QuickStart {
    private QuickStart() {}

    /** Arguments: the card, and the notebook to write. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void run(Path card, Path target) throws IOException {
        // tag::quickstart
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            Recipe recipe = Recipe.forCard(card)
                    .difficulty(Difficulty.BEGINNER)
                    .topic("sourdough bread")
                    .build();
            NotebookArtifact manual = generator.generate(recipe);
            manual.report().requirePassed();
            manual.notebook().writeTo(target);
        }
        // end::quickstart
    }
}
