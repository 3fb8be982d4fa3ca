package dev.alain.research;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A text that facts were taken from.
 *
 * @param id short and unique in its dossier, such as {@code card} or {@code config}
 * @param name the base name of the file
 * @param sha256 of its bytes, in hex
 * @param url where people can read it; empty when it is only local
 * @param revision the commit it was read at; empty when unknown
 * @param license of the text; empty when unknown
 */
public record SourceRef(
        @JsonProperty("id") String id,
        @JsonProperty("name") String name,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("url") String url,
        @JsonProperty("revision") String revision,
        @JsonProperty("license") String license) {
    /** Checks that nothing is missing. */
    public SourceRef {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
        url = Objects.requireNonNullElse(url, "");
        revision = Objects.requireNonNullElse(revision, "");
        license = Objects.requireNonNullElse(license, "");
    }
}
