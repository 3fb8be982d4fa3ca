package dev.alain.research;

import dev.alain.InvalidReferenceException;

/**
 * Anything on the Hugging Face Hub, by the Hub's own strict grammar.
 *
 * @param kind {@code model}, {@code dataset}, {@code space}, {@code kernel} or {@code bucket}
 * @param id {@code owner/name}
 * @param revision empty for the default branch
 * @param path a file or folder; empty for the whole
 */
public record HubReference(String kind, String id, String revision, String path) {
    /**
     * Reads an {@code hf://} URI or a Hub URL.
     *
     * @throws InvalidReferenceException if it is neither, or names a page that is no repository
     */
    public static HubReference parse(String text) {
        return new HubReferenceParser(text).parse();
    }

    /** The reference as an {@code hf://} URI. */
    public String uri() {
        String revisionPart = revision.isEmpty()
                ? ""
                : "@" + (HubReferenceParser.isSpecialRevision(revision) ? revision : revision.replace("/", "%2F"));
        return "hf://" + kind + "s/" + id + revisionPart + (path.isEmpty() ? "" : "/" + path);
    }
}
