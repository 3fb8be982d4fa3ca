package dev.alain.core.json;

/** Values in round brackets, with or without a name before them. */
final class Calls {
    private Calls() {}

    /** The offset of the round bracket when a call starts there, such as {@code new ObjectId(}; else -1. */
    static int open(Source source, int position) {
        int at = nameEnd(source, position);
        String name = source.text.substring(position, at);
        int next = source.skipSpace(at);
        if (name.equalsIgnoreCase("new") && next > at) {
            at = nameEnd(source, next);
            if (at == next) {
                return -1;
            }
            next = source.skipSpace(at);
        }
        return at > position && source.at(next) == '(' ? next : -1;
    }

    /** Whether the round bracket there opens a tuple or stands around a value. */
    static boolean tupleAt(Source source, int bracket) {
        int next = source.peek(bracket + 1);
        char c = source.at(next);
        return QuoteStyle.at(source, next) != null || Source.digit(c) || c == '{' || c == '[' || c == '(';
    }

    private static int nameEnd(Source source, int position) {
        int at = position;
        if (!Source.wordStart(source.at(at))) {
            return at;
        }
        while (at < source.end && (Source.wordPart(source.at(at)) || source.at(at) == '.')) {
            at++;
        }
        return at;
    }
}
