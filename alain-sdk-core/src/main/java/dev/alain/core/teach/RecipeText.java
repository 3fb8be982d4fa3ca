package dev.alain.core.teach;

import dev.alain.Recipe;
import dev.alain.core.guard.VisibleText;
import dev.alain.core.text.Slots;

/** What the recipe asks for, as every prompt says it. */
final class RecipeText {
    private static final int LONGEST_PROMPTS = 600;

    private RecipeText() {}

    static String of(Recipe recipe, Prompts prompts) {
        String own = VisibleText.of(String.join("; ", recipe.prompts().prompts()));
        String pack = recipe.prompts().name().equals("default") && own.isEmpty()
                ? "Example prompts: choose what fits the task and the theme"
                : "Example prompts: pack " + recipe.prompts().name()
                        + (own.isEmpty() ? "" : ": " + own.substring(0, Math.min(own.length(), LONGEST_PROMPTS)));
        return new Slots()
                .put("audience", prompts.audience(recipe.difficulty().label()))
                .put("topic", recipe.topic().isEmpty() ? "free choice" : VisibleText.of(recipe.topic()))
                .put("ui", recipe.ui().name())
                .put("template", recipe.template().name())
                .put("prompts", pack)
                .prose(prompts.template("recipe"));
    }
}
