package dev.alain.core.teach;

import dev.alain.Recipe;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.research.Dossier;

/** Writes outline and sections. Implementations are thread-safe; interrupting the thread cancels. */
public interface Teacher {
    /** Who writes; part of the keys of what is written. */
    String id();

    /** The version of prompts or scripts; part of the keys of what is written. */
    String promptSet();

    /** The plan of a manual. */
    Outline outline(Recipe recipe, Dossier dossier);

    /** The cells of one step, which depend on the outline and on no other section. */
    Section section(Recipe recipe, Dossier dossier, Outline outline, int number);
}
