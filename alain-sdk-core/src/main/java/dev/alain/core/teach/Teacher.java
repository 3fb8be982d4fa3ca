package dev.alain.core.teach;

import dev.alain.Recipe;
import dev.alain.research.Dossier;

/** Writes outline and sections. Implementations are thread-safe; interrupting the thread cancels. */
public interface Teacher {
    /** Who writes; part of the keys of what is written. Empty for one without identity. */
    String id();

    /** The version of prompts or scripts; part of the keys of what is written. */
    String promptSet();

    /** The plan of a manual. */
    WrittenOutline outline(Recipe recipe, Dossier dossier, Desk desk);

    /** The cells of one step, which depend on the outline and on no other section. */
    WrittenSection section(SectionOrder order, Desk desk);

    /** How long the question for a section is, in characters; 0 for a teacher that asks nobody. */
    default int promptCharacters(SectionOrder order) {
        return 0;
    }
}
