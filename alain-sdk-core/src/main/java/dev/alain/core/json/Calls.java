package dev.alain.core.json;

/** Names that are followed by a value in round brackets. */
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
