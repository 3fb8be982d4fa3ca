package dev.alain.core.json;

/** Finds where the answer starts behind channel tokens, reasoning and quoted preambles. */
final class Envelope {
    private static final String MESSAGE = "<|message|>";
    private static final String CHANNEL = "<|channel|>";
    private static final String[] REASONING = {"think", "thinking", "reasoning", "thought", "analysis", "reflection"};

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
        for (String name : REASONING) {
            begun |= source.startsWith("<" + name + ">", at);
        }
        return begun ? -1 : at;
    }

    private int behindOne(int at) {
        if (source.at(at) == '<') {
            return source.startsWith("<|", at) ? behindChannel(at) : behindReasoning(at);
        }
        return source.startsWith("Thinking...", at) ? behindQuoted(at) : at;
    }

    /** Behind the header of the last message; messages before it are analysis. */
    private int behindChannel(int start) {
        int header = source.text.indexOf(MESSAGE, start);
        if (header < 0 || source.text.substring(start, header).indexOf('{') >= 0) {
            int token = source.text.indexOf("|>", start);
            return token >= 0 && token - start < 40 ? token + 2 : start;
        }
        int body = header + MESSAGE.length();
        int next = nextChannel(body);
        boolean analysis = source.text.substring(start, header).contains("analysis");
        return analysis && next >= 0 ? next : body;
    }

    private int nextChannel(int from) {
        int at = source.text.indexOf(CHANNEL, from);
        return at >= 0 && source.text.indexOf(MESSAGE, at) >= 0 ? at : -1;
    }

    private int behindReasoning(int start) {
        for (String name : REASONING) {
            if (source.startsWith("<" + name + ">", start)) {
                String close = "</" + name + ">";
                int at = source.text.indexOf(close, start);
                return at >= 0 ? at + close.length() : start;
            }
        }
        return start;
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
