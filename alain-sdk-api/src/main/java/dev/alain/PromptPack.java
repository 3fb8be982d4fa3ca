package dev.alain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * Example prompts for a manual, by name or spelled out; an open vocabulary.
 *
 * @param name lower-case letters, digits and hyphens
 * @param prompts the prompts themselves; empty when the pack's own are meant
 */
public record PromptPack(String name, List<String> prompts) {
    /** What fits the task and the topic. */
    public static final PromptPack DEFAULT = new PromptPack("default", List.of());

    /** Checks the name. */
    @JsonCreator
    public PromptPack(@JsonProperty("name") String name, @JsonProperty("prompts") List<String> prompts) {
        Names.requireSlug("prompt pack", name);
        this.name = name;
        this.prompts = List.copyOf(Objects.requireNonNullElse(prompts, List.of()));
    }

    /** A pack by its name. */
    public static PromptPack named(String name) {
        return new PromptPack(name, List.of());
    }

    /** A pack of the user's own prompts. */
    public static PromptPack of(String... prompts) {
        return new PromptPack("custom", List.of(prompts));
    }
}
