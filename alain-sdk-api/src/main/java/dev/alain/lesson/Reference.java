package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * Where to read more.
 *
 * @param revision the commit or version meant; empty when there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reference(String title, String url, String revision) {
    /** What is missing in JSON becomes empty. */
    @JsonCreator
    public Reference(
            @JsonProperty("title") String title,
            @JsonProperty("url") String url,
            @JsonProperty("revision") String revision) {
        this.url = Objects.requireNonNullElse(url, "");
        this.title = Objects.requireNonNullElse(title, this.url);
        this.revision = Objects.requireNonNullElse(revision, "");
    }

    /** A reference that is only a URL. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Reference of(String url) {
        return new Reference(url, url, "");
    }
}
