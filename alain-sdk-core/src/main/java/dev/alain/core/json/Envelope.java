package dev.alain.core.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** Finds where the answer starts behind channel tokens, reasoning and quoted preambles. */
final class Envelope {
    private static final String MESSAGE = "<|message|>";
    private static final String CHANNEL = "<|channel|>";
    private static final int LONGEST_HEADER = 400;
    private static final String[] NAMES = {
        "think", "thinking", "reasoning", "thought", "analysis", "reflection", "scratchpad"
    };
    /** Openings and their ends. */
    private static final Map<String, String> REASONING = reasoning();

    private final Source source;

    Envelope(Source source) {
        this.source = source;
    }

    /** The offset where the answer starts; that of the text when nothing stands before it. */
    int answerStart() {
        int at = source.skipSpace(0);
        while (true) {
            int next = source.skipSpace(behindOne(at));
            if (next == at || next >= source.end) {
                return at;
            }
            at = next;
        }
    }

    /** The offset where the answer starts, or -1 while reasoning that has begun hasn't ended. */
    int certainStart() {
        int at = answerStart();
        boolean header = source.startsWith("<|", at);
        boolean analysis = source.startsWith("<|", source.skipSpace(0))
                && source.text.lastIndexOf(CHANNEL + "analysis") > source.text.lastIndexOf(CHANNEL + "final")
                && source.text.lastIndexOf(CHANNEL) == source.text.lastIndexOf(CHANNEL + "analysis");
        boolean begun = header || analysis || source.startsWith("Thinking", at);
        for (String tag : REASONING.keySet()) {
            begun |= source.text.regionMatches(true, at, tag, 0, tag.length());
        }
        return begun ? -1 : at;
    }

    private int behindOne(int at) {
        if (source.startsWith("<|", at)) {
            return behindChannel(at);
        }
        if (source.startsWith("Thinking...", at)) {
            return behindQuoted(at);
        }
        int behind = behindReasoning(at);
        return behind > at ? behind : behindOrphan(at);
    }

    /** Behind the header of the last message; messages before it are analysis. */
    private int behindChannel(int start) {
        String head = source.text.substring(start, Math.min(source.end, start + LONGEST_HEADER));
        int header = head.indexOf(MESSAGE);
        if (header < 0 || head.lastIndexOf('{', header) >= 0) {
            int token = head.indexOf("|>");
            return token >= 0 && token < 40 ? start + token + 2 : start;
        }
        int body = start + header + MESSAGE.length();
        int next = head.lastIndexOf("analysis", header) >= 0 ? nextChannel(body) : -1;
        return next >= 0 ? next : body;
    }

    private int nextChannel(int from) {
        int at = source.text.indexOf(CHANNEL, from);
        return at >= 0 && source.text.lastIndexOf(MESSAGE) >= at ? at : -1;
    }

    private int behindReasoning(int start) {
        for (Map.Entry<String, String> tag : REASONING.entrySet()) {
            if (source.text.regionMatches(
                    true, start, tag.getKey(), 0, tag.getKey().length())) {
                String close = tag.getValue();
                int at = indexOf(close, start);
                return at >= 0 ? at + close.length() : start;
            }
        }
        return start;
    }

    /** The first occurrence of the tag, in whatever case; -1 when there is none. */
    private int indexOf(String tag, int from) {
        for (int at = from; at < source.end; at++) {
            if (source.text.charAt(at) == tag.charAt(0) && source.text.regionMatches(true, at, tag, 0, tag.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Behind a closing tag on a line of its own whose opening one was part of the prompt. */
    private int behindOrphan(int start) {
        char c = source.at(start);
        if (start != source.skipSpace(0) || c == '{' || c == '[' || c == '"' || c == '`' || c == '<') {
            return start;
        }
        int close = source.text.indexOf("\n</think>", start);
        int behind = close < 0 ? source.end : close + "\n</think>".length();
        char next = source.at(source.skipSpace(behind));
        return behind < source.end && (next == '{' || next == '[' || next == '`') ? behind : start;
    }

    private static Map<String, String> reasoning() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String name : NAMES) {
            tags.put("<" + name + ">", "</" + name + ">");
        }
        tags.put("[think]", "[/think]");
        tags.put("\u25c1think\u25b7", "\u25c1/think\u25b7");
        return tags;
    }

    /** Behind the lines that start with {@code >}. */
    private int behindQuoted(int start) {
        int at = nextLine(start);
        int behind = start;
        while (at < source.end) {
            int first = at;
            while (source.at(first) == ' ') {
                first++;
            }
            char c = source.at(first);
            if (c == '>') {
                behind = nextLine(first);
                at = behind;
            } else if (c == '\n' || c == '\r') {
                at = nextLine(first);
            } else {
                break;
            }
        }
        return behind;
    }

    private int nextLine(int from) {
        int at = source.lineEnd(from);
        return Math.min(source.end, source.startsWith("\r\n", at) ? at + 2 : at + 1);
    }
}
