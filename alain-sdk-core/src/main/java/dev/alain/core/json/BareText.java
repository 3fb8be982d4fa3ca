package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads a value without quotes: a number, a literal, or text. */
final class BareText {
    private final Source source;
    private final Lookahead lookahead;
    private final Notes notes;
    private int behind;
    private boolean cut;
    private int unmatchedUntil = -1;

    BareText(Source source, Lookahead lookahead, Notes notes) {
        this.source = source;
        this.lookahead = lookahead;
        this.notes = notes;
    }

    int behind() {
        return behind;
    }

    /** Whether the value touches the end of the text, so that it may have gone on. */
    boolean cut() {
        return cut;
    }

    /** Reads the value that starts there; null when no character belongs to it. */
    @Nullable
    JsonNode value(int start, @Nullable Frame frame) {
        int word = simpleEnd(start);
        if (word > start && ends(word, frame)) {
            JsonNode simple = simple(start, word, frame);
            if (simple != null) {
                behind = word;
                cut = word == source.end;
                return simple;
            }
        }
        return text(start, frame);
    }

    private int simpleEnd(int start) {
        int at = start;
        while (at < source.end) {
            char c = source.at(at);
            if ((!Source.wordPart(c) && c != '.' && c != '-' && c != '+') || source.startsWith("...", at)) {
                break;
            }
            at++;
        }
        return at;
    }

    /** Whether a number or literal that stops there is followed by something else than more of the text. */
    private boolean ends(int at, @Nullable Frame frame) {
        int next = source.peek(at);
        if (next >= source.end) {
            return true;
        }
        char c = source.at(next);
        if (c == ',') {
            boolean thousands = Source.digit(source.at(next + 1));
            return !thousands || frame == null || !frame.isObject() || memberOrEnd(next + 1, frame);
        }
        if (source.ellipsisAt(next)) {
            return at > 0;
        }
        if (c == '}' || c == ']' || c == ';' || c == '{' || c == '[' || c == '`') {
            return true;
        }
        if (frame == null) {
            return source.breaksBetween(at, next) || c == ')' || c == '>';
        }
        if (frame.tuple && c == ')') {
            return true;
        }
        if (next > at || c == '"') {
            return QuoteStyle.at(source, next) != null
                    || source.breaksBetween(at, next)
                    || (frame.isObject() && lookahead.keyAt(next))
                    || (!frame.isObject() && nextIsNumber(next));
        }
        return false;
    }

    private boolean nextIsNumber(int next) {
        return Source.digit(source.at(next));
    }

    private @Nullable JsonNode simple(int start, int stop, @Nullable Frame frame) {
        JsonNode small = Numbers.small(source, start, stop);
        if (small != null) {
            return small;
        }
        String word = source.text.substring(start, stop);
        boolean textOnly = frame != null && hints(frame).textOnly();
        JsonNode number = Numbers.strict(word);
        if (number != null) {
            return number;
        }
        JsonNode literal = frame == null && word.equals("Null") ? null : Literals.of(word);
        if (literal != null) {
            if (!Literals.strict(word)) {
                if (textOnly && !word.equals("None") && !word.equals("True") && !word.equals("False")) {
                    return null;
                }
                notes.add(RepairKind.LITERAL_SPELLING, start, stop, frame, word);
            }
            return literal;
        }
        if (textOnly) {
            return null;
        }
        if (Literals.notFinite(word)) {
            notes.add(RepairKind.NOT_FINITE, start, stop, frame, word);
            return NullNode.getInstance();
        }
        JsonNode lenient = Numbers.lenient(word);
        if (lenient != null) {
            notes.add(RepairKind.NUMBER_FORM, start, stop, frame, shortened(word));
            return lenient;
        }
        JsonNode begun = stop == source.end ? Literals.cut(word) : null;
        if (begun != null) {
            notes.add(RepairKind.TRUNCATED, start, stop, frame, "literal cut short: " + word);
        }
        return begun;
    }

    private static KeyHints hints(Frame frame) {
        return frame.isObject() && frame.key != null
                ? frame.shape.hints().member(frame.key)
                : frame.shape.hints().items();
    }

    private @Nullable JsonNode text(int start, @Nullable Frame frame) {
        int stop = textEnd(start, frame);
        int content = stop;
        while (content > start && Source.space(source.at(content - 1))) {
            content--;
        }
        behind = stop;
        cut = stop == source.end;
        if (content == start) {
            return null;
        }
        boolean quoted = closingQuoteAt(content - 1) && !rawQuoteIn(start, content - 1);
        if (quoted) {
            content--;
            notes.add(RepairKind.MISSING_START_QUOTE, start, start, frame, "string opened");
        } else {
            notes.add(RepairKind.UNQUOTED_TEXT, start, content, frame, "read as a string");
        }
        String text = source.text.substring(start, content);
        if (quoted && text.indexOf('\\') >= 0) {
            return TextNode.valueOf(new Unescape(notes, true).decode(source, start, content, start, frame));
        }
        JsonNode infinite = Literals.notFinite(text) ? NullNode.getInstance() : null;
        return infinite != null ? infinite : TextNode.valueOf(text);
    }

    private boolean rawQuoteIn(int from, int to) {
        for (int at = from; at < to; at++) {
            if (source.at(at) == '\\') {
                at++;
            } else if (source.at(at) == '"') {
                return true;
            }
        }
        return false;
    }

    private boolean closingQuoteAt(int position) {
        char c = source.at(position);
        return c == '"' || c == '\u201d' || c == '\u2019';
    }

    private int textEnd(int start, @Nullable Frame frame) {
        int at = start;
        while (at < source.end) {
            char c = source.at(at);
            if (c == '(' || c == '{' || c == '[') {
                at = bracketEnd(at);
                continue;
            }
            if (stops(at, c, start, frame)) {
                return at;
            }
            at++;
        }
        return source.end;
    }

    private boolean stops(int at, char c, int start, @Nullable Frame frame) {
        boolean object = frame != null && frame.isObject();
        return switch (c) {
            case ',' -> frame == null || !object || memberOrEnd(at + 1, frame);
            case '}' -> frame != null && (object || Frame.nearest(frame, true) != null);
            case ']' -> frame != null && Frame.nearest(frame, false) != null;
            case ')' -> frame != null && frame.tuple;
            case '\n', '\r' -> lineEnds(at, frame);
            case '"' -> quoteEnds(at, start, frame);
            case '`' -> source.fenceAt(at) && at > start;
            case '/', '#', '<' -> source.commentAt(at) && at > start && Source.space(source.at(at - 1));
            default -> false;
        };
    }

    /** A comma ends text in an object only when a member or the closing bracket follows. */
    private boolean memberOrEnd(int from, Frame frame) {
        int next = source.peek(from);
        char c = source.at(next);
        return next >= source.end
                || c == '}'
                || c == ']'
                || c == ','
                || c == '"'
                || lookahead.keyAt(next)
                || source.ellipsisAt(next)
                || (c == '{' && frame.parent != null);
    }

    private boolean lineEnds(int at, @Nullable Frame frame) {
        int next = source.peek(at);
        char c = source.at(next);
        if (frame == null || !frame.isObject() || next >= source.end) {
            return true;
        }
        return c == '}' || c == ']' || c == ',' || QuoteStyle.at(source, next) != null || lookahead.keyAt(next);
    }

    private boolean quoteEnds(int at, int start, @Nullable Frame frame) {
        if (frame == null) {
            return false;
        }
        return at > start && Source.space(source.at(at - 1)) && (lookahead.keyAt(at) || frame.array != null);
    }

    /** Behind the bracket that matches the one there, on the same line; else behind this one. */
    private int bracketEnd(int open) {
        if (open < unmatchedUntil) {
            return open + 1;
        }
        int depth = 0;
        int at = open;
        while (at < source.end) {
            char c = source.at(at);
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            } else if (c == '"') {
                break;
            }
            at++;
        }
        unmatchedUntil = at;
        return open + 1;
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 39) + "\u2026";
    }
}
