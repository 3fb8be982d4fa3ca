package dev.alain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The overall shape of a manual; an open vocabulary.
 *
 * @param name lower-case letters, digits and hyphens
 */
public record Template(@JsonValue String name) {
    /** Load, run, understand, apply, evaluate. */
    public static final Template BASIC = new Template("basic");
    /** Built around a conversation. */
    public static final Template CHAT = new Template("chat");
    /** Several models side by side. */
    public static final Template ARENA = new Template("arena");

    /** Checks the name. */
    @JsonCreator
    public Template {
        Names.requireSlug("template", name);
    }
}
