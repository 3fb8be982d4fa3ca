package dev.alain.chat;

import java.util.Objects;

/**
 * One message of a conversation.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 */
public record Message(String role, String text) {
    /** Checks that nothing is missing. */
    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }

    /** Instructions. */
    public static Message system(String text) {
        return new Message("system", text);
    }

    /** A request. */
    public static Message user(String text) {
        return new Message("user", text);
    }

    /** An earlier answer. */
    public static Message assistant(String text) {
        return new Message("assistant", text);
    }
}
