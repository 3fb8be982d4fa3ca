package dev.alain.chat;

import java.util.Objects;
import java.util.Optional;

/**
 * A piece of an answer that is still coming.
 *
 * @param text new text; may be empty
 * @param reasoning new reasoning; may be empty
 * @param last the whole answer, in the last piece only
 */
public record ChatDelta(String text, String reasoning, Optional<ChatReply> last) {
    /** Checks that nothing is missing. */
    public ChatDelta {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(reasoning, "reasoning");
        Objects.requireNonNull(last, "last");
    }
}
