package dev.alain.core.hub;

import java.net.URI;

/**
 * One thing to ask the Hub for.
 *
 * @param modelId the model it is about; of a search, its words
 * @param revision as asked for; empty for the default branch
 * @param file in the repository; empty unless a file is asked for
 */
record HubQuestion(Kind kind, URI uri, String modelId, String revision, String file) {
    /** What the Hub answers in different forms. */
    enum Kind {
        INFO(Allowance.API),
        FILE(Allowance.FILES),
        SEARCH(Allowance.API);

        private final Allowance allowance;

        Kind(Allowance allowance) {
            this.allowance = allowance;
        }

        Allowance allowance() {
            return allowance;
        }
    }

    /** What the Hub limits apart. */
    enum Allowance {
        API,
        FILES
    }

    /** A page of the same search. */
    HubQuestion at(URI other) {
        return new HubQuestion(kind, other, modelId, revision, file);
    }

    /** What is asked for, as people say it. */
    String what() {
        return switch (kind) {
            case INFO -> "the description of " + modelId;
            case FILE -> file + " of " + modelId;
            case SEARCH -> "the search for \"" + modelId + "\"";
        };
    }
}
