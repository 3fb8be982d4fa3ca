package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/** A document that was escaped once too often: <code>{\"a\": 1}</code>. */
final class EscapedDocument {
    private EscapedDocument() {}

    /** The text with the document unescaped; null when its structure isn't escaped. */
    static @Nullable String unescaped(Source source) {
        int answer = new Envelope(source).answerStart();
        int at = answer;
        char c = source.at(at);
        if (c == '{' || c == '[') {
            at = behindSpace(source, at + 1);
        }
        boolean escaped = source.at(at) == '\\' && (source.at(at + 1) == '"' || source.at(at + 1) == '\'');
        return escaped
                ? source.text.substring(0, answer)
                        + new Unescape(new Notes(1), true).decode(source, answer, source.end, answer, null)
                : null;
    }

    /** Behind white space, as such or escaped. */
    private static int behindSpace(Source source, int from) {
        int at = source.skipSpace(from);
        while (source.at(at) == '\\' && "nrt".indexOf(source.at(at + 1)) >= 0 && source.at(at + 1) != '\0') {
            at = source.skipSpace(at + 2);
        }
        return at;
    }
}
