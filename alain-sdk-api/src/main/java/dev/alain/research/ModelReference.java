package dev.alain.research;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.alain.InvalidReferenceException;
import java.util.Objects;

/**
 * A model on the Hugging Face Hub: id, revision, and what else a reference may carry.
 *
 * @param id {@code owner/name}, or a legacy name such as {@code gpt2}
 * @param revision branch, tag or commit; empty for the default branch
 * @param path a file in the repository; empty for the whole
 * @param quantization a GGUF label such as {@code Q4_K_M}, or a file name; empty when none is named
 */
public record ModelReference(String id, String revision, String path, String quantization) {
    /** Checks that nothing is missing. */
    public ModelReference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(quantization, "quantization");
    }

    /** A model at its default branch; the id is checked. */
    public static ModelReference of(String id) {
        return parse(id);
    }

    /**
     * Reads what people paste: an id with {@code @revision} or {@code :quantization}, a Hub URL, an {@code hf://} URI, an
     * {@code ollama run hf.co/…} line.
     *
     * @throws InvalidReferenceException if it names something else than a model; the message says what
     */
    @JsonCreator
    public static ModelReference parse(String text) {
        return new ReferenceParser(text).model();
    }

    /** The owner; empty for a legacy name. */
    public String owner() {
        int slash = id.indexOf('/');
        return slash < 0 ? "" : id.substring(0, slash);
    }

    /** The name without its owner. */
    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }

    /** The page of the model at its revision. */
    public String url() {
        return "https://huggingface.co/" + id + (revision.isEmpty() ? "" : "/tree/" + revision);
    }

    /** The reference as text that {@link #parse} reads: {@code owner/name@revision}. */
    @JsonValue
    public String text() {
        String pathPart = path.isEmpty() ? "" : "/" + path;
        if (!pathPart.isEmpty()) {
            String escaped = revision.replace("/", "%2F");
            return "hf://models/" + id + (revision.isEmpty() ? "" : "@" + escaped) + pathPart;
        }
        return id + (revision.isEmpty() ? "" : "@" + revision) + (quantization.isEmpty() ? "" : ":" + quantization);
    }

    @Override
    public String toString() {
        return text();
    }
}
