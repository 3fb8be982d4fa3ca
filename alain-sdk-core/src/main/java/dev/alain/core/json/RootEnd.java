package dev.alain.core.json;

/** Says whether a document may end somewhere, by what stands behind it. */
final class RootEnd {
    private final Source source;

    RootEnd(Source source) {
        this.source = source;
    }

    /** Whether a string that is the whole document may end at the offset. */
    boolean stringEnds(int at, int inner) {
        int next = source.peek(at);
        if (next >= source.end) {
            return true;
        }
        char c = source.at(next);
        return switch (c) {
            case ',', ';', ':' -> inner == 0;
            case '+' -> QuoteStyle.at(source, source.peek(next + 1)) != null;
            case '`' -> source.fenceAt(next);
            case ')' -> inner == 0 && callEnds(next + 1);
            case '}' -> inner == 0 && source.peek(next + 1) >= source.end;
            default -> source.breaksBetween(at, next);
        };
    }

    private boolean callEnds(int at) {
        int next = source.peek(at);
        return next >= source.end || source.at(next) == ';';
    }

    /** Whether the outermost bracket may have closed before the offset. */
    boolean documentEnds(int at, int inner) {
        int next = source.peek(at);
        if (next >= source.end || source.fenceAt(next)) {
            return true;
        }
        char c = source.at(next);
        if (c == '}' || c == ']' || c == '{' || c == '[' || c == ';' || c == ')') {
            return inner == 0;
        }
        if (c == ',') {
            return inner == 0 || Lookahead.even(inner) && source.breaksBetween(at, next);
        }
        if (source.breaksBetween(at, next)) {
            return Lookahead.even(inner);
        }
        return next > at && (inner == 0 || Lookahead.even(inner))
                || (c == '\\' && inner == 0 && source.at(next + 1) == 'n')
                || (c == '<' && inner == 0);
    }
}
