package dev.alain.core.research;

import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.research.Dossier;
import dev.alain.research.ResearchSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Researches model cards in files and as text; reads no network. */
public final class FileResearch implements ResearchSource {
    @Override
    public boolean supports(Subject subject) {
        return subject instanceof Subject.ModelCard || subject instanceof Subject.PastedText;
    }

    @Override
    public Dossier research(Subject subject, ResearchMode mode) {
        return DossierWriter.write(files(subject));
    }

    @Override
    public String fingerprint(Subject subject) {
        return files(subject).fingerprint();
    }

    private static ModelFiles files(Subject subject) {
        if (subject instanceof Subject.ModelCard card) {
            return ModelFiles.beside(path(card.file()), card.modelId());
        }
        if (subject instanceof Subject.PastedText text) {
            return ModelFiles.ofText(text.text(), text.modelId());
        }
        throw new IllegalArgumentException("not a card: " + subject.name());
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new dev.alain.ResearchException(
                    dev.alain.ResearchException.Reason.NOT_FOUND,
                    "\"" + file + "\" is not a path",
                    "Check the path",
                    e);
        }
    }
}
