package dev.alain.providers.dialect;

import dev.alain.chat.ChatReply;

/**
 * Takes reasoning away that leads an answer of JSON.
 *
 * <p>Only there, and only when the rest is one JSON value: notebooks about reasoning models hold such tags in their
 * text, and it must stay.
 */
public final class LeadingThought {
    private static final String[] NAMES = {"think", "thinking", "reasoning"};
    /** Thoughts about tags hold tags; a text of nothing but tags shall not take quadratic time. */
    private static final int MOST_TRIED = 16;

    private LeadingThought() {}

    /** The reply with the thought apart, or as it was. */
    public static ChatReply apart(ChatReply reply) {
        String text = reply.text().strip();
        for (String name : NAMES) {
            String close = "</" + name + ">";
            boolean opened = text.startsWith("<" + name + ">");
            int tried = 0;
            for (int at = text.indexOf(close); at >= 0 && tried++ < MOST_TRIED; at = text.indexOf(close, at + 1)) {
                String rest = text.substring(at + close.length()).strip();
                if (JsonText.isContainer(rest)) {
                    String thought =
                            text.substring(opened ? name.length() + 2 : 0, at).strip();
                    return reply.withText(rest)
                            .withReasoning(reply.reasoning().isEmpty() ? thought : reply.reasoning());
                }
                if (!opened && JsonText.begins(text)) {
                    break; // the tag stands inside the JSON
                }
            }
        }
        return reply;
    }
}
