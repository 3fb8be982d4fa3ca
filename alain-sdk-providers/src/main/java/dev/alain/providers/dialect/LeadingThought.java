package dev.alain.providers.dialect;

import dev.alain.chat.ChatReply;
import dev.alain.providers.json.JsonText;

/**
 * Takes reasoning away that leads an answer of JSON, and a fence around it.
 *
 * <p>Only there, and only when the rest is one JSON value: notebooks about reasoning models hold such tags in their
 * text, and it must stay.
 */
public final class LeadingThought {
    private static final String[] NAMES = {"think", "thinking", "thought", "reasoning"};
    /** Thoughts about tags hold tags; a text of nothing but tags shall not take quadratic time. */
    private static final int MOST_TRIED = 16;

    private LeadingThought() {}

    /** The reply with the thought apart, or as it was. */
    public static ChatReply apart(ChatReply reply) {
        String text = reply.text().strip();
        if (JsonText.isContainer(unfenced(text))) {
            return reply.withText(unfenced(text));
        }
        for (String name : NAMES) {
            String close = "</" + name + ">";
            boolean opened = text.startsWith("<" + name + ">");
            int tried = 0;
            for (int at = text.indexOf(close); at >= 0 && tried++ < MOST_TRIED; at = text.indexOf(close, at + 1)) {
                String rest = unfenced(text.substring(at + close.length()).strip());
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

    /** Without the fence that some models put around all they say. */
    private static String unfenced(String text) {
        int line = text.indexOf('\n');
        boolean fenced = text.startsWith("```") && text.endsWith("```") && line > 0 && line < text.length() - 3;
        return fenced ? text.substring(line + 1, text.length() - 3).strip() : text;
    }
}
