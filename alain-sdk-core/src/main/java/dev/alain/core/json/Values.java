package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads or opens one value. */
final class Values {
    private static final int LONGEST_EXPRESSION = 1_000;

    private final OpenDocument doc;
    private final Source source;
    private final Notes notes;
    private final Lookahead lookahead;
    private final Strings strings;
    private final BareText bare;

    Values(OpenDocument doc) {
        this.doc = doc;
        this.source = doc.source;
        this.notes = doc.notes;
        this.lookahead = doc.lookahead;
        this.strings = doc.strings;
        this.bare = new BareText(source, lookahead, notes);
    }

    /** Reads or opens the value that starts here; false when none does. */
    boolean value(@Nullable Frame frame) {
        char c = source.at(doc.pos);
        if (c == '{') {
            doc.openObject(doc.pos, doc.pos + 1, frame);
            return true;
        }
        if (c == '[') {
            doc.openArray(doc.pos, doc.pos + 1, frame);
            return true;
        }
        if (c == '(' && Calls.tupleAt(source, doc.pos)) {
            notes.add(RepairKind.CALL, doc.pos, doc.pos + 1, frame, "round brackets");
            doc.openArray(doc.pos, doc.pos + 1, frame);
            Objects.requireNonNull(doc.top).tuple = true;
            return true;
        }
        boolean prefix = frame != null && "uUbBrRfF".indexOf(c) >= 0 && lookahead.wholeWord(doc.pos + 1);
        int quote = prefix ? doc.pos + 1 : doc.pos;
        QuoteStyle style = QuoteStyle.at(source, quote);
        if (style != null) {
            if (prefix) {
                notes.add(RepairKind.QUOTE_STYLE, doc.pos, quote, frame, "prefix of a Python string left out");
            }
            doc.pos = quote;
            string(frame, style);
            return true;
        }
        if (c == '/' && source.at(doc.pos + 1) != '/' && regex(frame)) {
            return true;
        }
        if (Source.wordStart(c) && call(frame)) {
            return true;
        }
        return bareValue(frame);
    }

    private void string(@Nullable Frame frame, QuoteStyle style) {
        int start = doc.pos;
        String text = strings.value(doc.pos, style, frame);
        doc.pos = strings.behind();
        if (strings.cut()) {
            doc.cutHere(frame, Completeness.Cut.STRING, start);
        } else {
            text = concatenated(text, frame);
        }
        doc.attach(frame, TextNode.valueOf(text), start, doc.pos);
    }

    private String concatenated(String first, @Nullable Frame frame) {
        if (source.at(source.peek(doc.pos)) != '+') {
            return first;
        }
        StringBuilder all = new StringBuilder(first);
        while (true) {
            int plus = source.peek(doc.pos);
            int next = source.peek(plus + 1);
            QuoteStyle style = source.at(plus) == '+' ? QuoteStyle.at(source, next) : null;
            if (style == null) {
                return all.toString();
            }
            notes.add(RepairKind.CONCATENATION, plus, plus + 1, frame, "strings joined");
            all.append(strings.value(next, style, frame));
            doc.pos = strings.behind();
        }
    }

    /** A regular expression between slashes; false when the slash starts something else, such as a path. */
    private boolean regex(@Nullable Frame frame) {
        int start = doc.pos;
        int at = doc.pos + 1;
        int stop = Math.min(source.end, start + LONGEST_EXPRESSION);
        boolean group = false;
        while (at < stop && (source.at(at) != '/' || group)) {
            char c = source.at(at);
            if (c == '\n' || c == '\r') {
                return false;
            }
            group = c == '[' || (group && c != ']');
            at += c == '\\' ? 2 : 1;
        }
        if (at >= stop) {
            return false;
        }
        at++;
        while (Character.isLetter(source.at(at))) {
            at++;
        }
        int next = source.skipSpace(at);
        if (next < source.end && ",}])".indexOf(source.at(next)) < 0 && !source.breaksBetween(at, next)) {
            return false;
        }
        notes.add(RepairKind.UNQUOTED_TEXT, start, at, frame, "a regular expression read as a string");
        doc.pos = at;
        doc.attach(frame, TextNode.valueOf(source.text.substring(start, at)), start, at);
        return true;
    }

    /** {@code ObjectId("1")} and the like: the value is what stands in the brackets. */
    private boolean call(@Nullable Frame frame) {
        int open = Calls.open(source, doc.pos);
        if (open < 0) {
            return false;
        }
        int inner = source.peek(open + 1);
        QuoteStyle style = QuoteStyle.at(source, inner);
        if (style != null && !style.triple()) {
            int behind = lookahead.quotedEnd(inner);
            if (behind > 0 && source.at(source.peek(behind)) == ')') {
                return called(frame, TextNode.valueOf(strings.key(inner + 1, behind - 1, frame)), behind);
            }
            return false;
        }
        int stop = inner;
        while (stop < source.end
                && stop - inner < Numbers.LONGEST
                && (Source.wordPart(source.at(stop)) || "+-.".indexOf(source.at(stop)) >= 0)) {
            stop++;
        }
        String word = source.text.substring(inner, stop);
        JsonNode literal = Numbers.strict(word) != null ? Numbers.strict(word) : Literals.of(word);
        if (literal != null && source.at(source.peek(stop)) == ')') {
            return called(frame, literal, stop);
        }
        return false;
    }

    private boolean called(@Nullable Frame frame, JsonNode node, int innerEnd) {
        int start = doc.pos;
        doc.pos = source.peek(innerEnd) + 1;
        notes.add(RepairKind.CALL, start, doc.pos, frame, "read as its argument");
        doc.attach(frame, node, start, doc.pos);
        return true;
    }

    private boolean bareValue(@Nullable Frame frame) {
        int start = doc.pos;
        JsonNode node = bare.value(doc.pos, frame);
        if (node == null) {
            return false;
        }
        doc.pos = bare.behind();
        if (bare.cut() && frame != null) {
            doc.cutHere(frame, Completeness.Cut.SCALAR, start);
            if (doc.partial) {
                frame.key = null;
                return true;
            }
        }
        doc.attach(frame, node, start, doc.pos);
        return true;
    }
}
