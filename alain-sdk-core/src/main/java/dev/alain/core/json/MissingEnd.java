package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/** Tells from a quote that opens the next key or item that the string before it lost its closing quote. */
final class MissingEnd {
    private static final int WINDOW = 256;

    private final Source source;
    private final Lookahead lookahead;
    private boolean certain;

    private int run;
    private boolean comma;
    private boolean closes;
    private boolean opens;

    MissingEnd(Source source, Lookahead lookahead) {
        this.source = source;
        this.lookahead = lookahead;
    }

    /** Whether the end found last needs no better one. */
    boolean certain() {
        return certain;
    }

    /** Where the string that starts at {@code from} ended if the quote there opens what follows it; -1 when it doesn't. */
    int before(int quote, int from, @Nullable Frame frame, int inner, boolean inside) {
        certain = true;
        if (frame == null || !separated(quote, from, frame)) {
            return -1;
        }
        boolean brk = source.breaksBetween(run, quote);
        if (lookahead.keyAt(quote)) {
            return comma || brk ? beforeKey(frame, brk, inner, inside) : -1;
        }
        boolean item = frame.array != null && comma && inner == 0 && (brk || lookahead.itemAt(quote, frame));
        return item && lookahead.valueEnds(run, frame, 0) ? run : -1;
    }

    /** Looks at the separators before the quote; false when none stand there that may follow a string. */
    private boolean separated(int quote, int from, Frame frame) {
        run = quote;
        comma = false;
        closes = false;
        opens = false;
        while (run > from && separator(source.at(run - 1))) {
            run--;
            char c = source.at(run);
            comma |= c == ',';
            closes |= c == '}' || c == ']';
            opens |= c == '{';
        }
        boolean inItem = frame.parent != null && !frame.parent.isObject();
        if (run == quote || run == from || (opens && frame.isObject() && !inItem)) {
            return false;
        }
        if (comma && closes && bracketOpen(run, from)) {
            run = quote;
            while (source.at(run) != ',') {
                run--;
            }
        }
        return true;
    }

    private static boolean separator(char c) {
        return Source.space(c) || c == ',' || c == '{' || c == '}' || c == '[' || c == ']';
    }

    /** Whether a bracket stays open in the string up to the offset: then the next one belongs to the string. */
    private boolean bracketOpen(int to, int from) {
        int depth = 0;
        for (int at = to - 1; at >= Math.max(from, to - WINDOW); at--) {
            char c = source.at(at);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        return depth > 0;
    }

    private int beforeKey(Frame frame, boolean brk, int inner, boolean inside) {
        boolean known = frame.isObject() && frame.shape.has(lookahead.foundKey());
        boolean free = !frame.shape.known() || frame.array != null;
        if (inner == 0) {
            return lookahead.valueEnds(run, frame, known || free ? 0 : Lookahead.OUTSIDE) ? run : -1;
        }
        if (known && brk) {
            return lookahead.valueEnds(run, frame, inside ? Lookahead.INSIDE : Lookahead.OUTSIDE) ? run : -1;
        }
        certain = false;
        return free && comma && !inside && lookahead.valueEnds(run, frame, 0) ? run : -1;
    }
}
