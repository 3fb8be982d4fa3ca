package dev.alain.research;

import dev.alain.ResearchException;
import dev.alain.ResearchMode;
import dev.alain.Subject;

/** Finds out what is known of a subject. Implementations are thread-safe. */
public interface ResearchSource {
    /** Whether this source takes subjects of this kind. */
    boolean supports(Subject subject);

    /**
     * What is known.
     *
     * @throws ResearchException if nothing can be found out
     */
    Dossier research(Subject subject, ResearchMode mode);

    /**
     * What the research result depends on, as a hash: contents of files, revision of a repository.
     *
     * <p>Equal fingerprints mean equal dossiers, so a stored one is used again.
     *
     * @throws ResearchException if the subject is not there
     */
    String fingerprint(Subject subject);

    /**
     * The same for one mode, so that {@link ResearchMode#FALLBACK} touches no network even here.
     *
     * @throws ResearchException if the subject is not there
     */
    default String fingerprint(Subject subject, ResearchMode mode) {
        return fingerprint(subject);
    }
}
