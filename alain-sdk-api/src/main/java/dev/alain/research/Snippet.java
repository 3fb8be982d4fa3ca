package dev.alain.research;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A piece of code from a source, cleaned of prompts and printed output.
 *
 * @param id short and unique in its dossier, such as {@code s3}
 * @param language {@code python}, {@code shell}, {@code javascript}, {@code json}, {@code text}, …
 * @param use what it is for
 * @param score how good an example it is; higher is better, 0 is no example
 * @param heading the heading that it stands under; may be empty
 */
public record Snippet(
        @JsonProperty("id") String id,
        @JsonProperty("language") String language,
        @JsonProperty("use") SnippetUse use,
        @JsonProperty("score") int score,
        @JsonProperty("heading") String heading,
        @JsonProperty("code") String code,
        @JsonProperty("evidence") Evidence evidence) {
    /** Checks that nothing is missing. */
    public Snippet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(evidence, "evidence");
    }
}
