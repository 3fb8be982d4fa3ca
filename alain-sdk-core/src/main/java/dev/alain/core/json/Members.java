package dev.alain.core.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;

/** Reads what stands in an object. */
final class Members {
    private final OpenDocument doc;
    private final Source source;
    private final Notes notes;
    private final Lookahead lookahead;
    private final Strings strings;
    private final Values values;
    private final Brackets brackets;

    Members(OpenDocument doc, Values values, Brackets brackets) {
        this.doc = doc;
        this.source = doc.source;
        this.notes = doc.notes;
        this.lookahead = doc.lookahead;
        this.strings = doc.strings;
        this.values = values;
        this.brackets = brackets;
    }

    void stepInObject(Frame frame, char c) {
        if (frame.key != null) {
            memberValue(frame, c);
        } else if (c == '}') {
            closeObject(frame);
        } else if (c == ',') {
            brackets.comma(frame);
        } else if (c == ']') {
            brackets.wrongCloser(frame, c);
        } else if (belongsOutside(frame)) {
            doc.impliedClose(frame);
        } else if (frame.valueDone) {
            betweenMembers(frame, c);
        } else {
            key(frame, c);
        }
    }

    /** Whether the schema knows the key that follows in the object around this one, but not in this one. */
    private boolean belongsOutside(Frame frame) {
        Frame outer = frame.parent;
        if (outer == null || !outer.isObject() || !frame.shape.hints().known() || !lookahead.keyAt(doc.pos)) {
            return false;
        }
        String name = lookahead.foundKey();
        return !frame.shape.hints().has(name) && outer.shape.hints().has(name) && !outer.has(name);
    }

    private void closeObject(Frame frame) {
        if (reopens(frame)) {
            notes.add(RepairKind.STRAY_CLOSE, doc.pos, doc.pos + 1, frame, "the object goes on");
            doc.pos++;
            return;
        }
        doc.pos++;
        doc.close(frame, doc.pos);
    }

    /** Whether a member follows where none can: then the bracket came too early. */
    private boolean reopens(Frame frame) {
        if (frame.parent != null && frame.parent.isObject()) {
            return false;
        }
        int next = source.peek(doc.pos + 1);
        if (source.at(next) != ',') {
            return false;
        }
        int member = source.peek(next + 1);
        if (QuoteStyle.at(source, member) == null || !lookahead.keyAt(member)) {
            return false;
        }
        boolean forGrandparent = frame.parent != null && frame.parent.parent != null;
        return !forGrandparent || frame.shape.has(lookahead.foundKey());
    }

    /** Neither comma nor bracket follows a member. */
    private void betweenMembers(Frame frame, char c) {
        if (c == '`' && source.fenceAt(doc.pos)) {
            doc.impliedEnd(frame);
        } else if (c == ';' || c == '>' || c == '\\' || c == '|') {
            doc.drop(frame, doc.pos + 1);
        } else if (c == '{' && parentIsArray(frame)) {
            doc.impliedClose(frame);
        } else if (lookahead.keyAt(doc.pos)) {
            notes.add(RepairKind.MISSING_COMMA, doc.pos, doc.pos, frame, "comma supplied");
            frame.valueDone = false;
        } else if (QuoteStyle.at(source, doc.pos) != null && keyWithoutColon(doc.pos)) {
            notes.add(RepairKind.MISSING_COMMA, doc.pos, doc.pos, frame, "comma supplied");
            frame.valueDone = false;
        } else if (source.ellipsisAt(doc.pos)) {
            doc.ellipsis(frame);
        } else {
            doc.drop(frame, doc.junkEnd());
        }
    }

    private boolean keyWithoutColon(int position) {
        int behind = lookahead.quotedEnd(position);
        if (behind < 0) {
            return false;
        }
        char c = source.at(source.peek(behind));
        return c == '"' || c == '{' || c == '[' || Source.digit(c);
    }

    private static boolean parentIsArray(Frame frame) {
        return frame.parent != null && !frame.parent.isObject();
    }

    private void key(Frame frame, char c) {
        QuoteStyle style = QuoteStyle.at(source, doc.pos);
        if (source.ellipsisAt(doc.pos)) {
            doc.ellipsis(frame);
        } else if (c == '{' || c == '[') {
            bracketForKey(frame, c);
        } else if (c == '`' && source.fenceAt(doc.pos)) {
            fenceForKey(frame);
        } else if (style != null && !style.triple()) {
            quotedKey(frame, style);
        } else if (c == ':') {
            doc.drop(frame, doc.junkEnd());
        } else if (c == ';' || c == '\\' || c == '<' || c == '>' || c == '|') {
            doc.drop(frame, doc.pos + 1);
        } else {
            unquotedKey(frame);
        }
    }

    private void bracketForKey(Frame frame, char c) {
        if (c == '{' && parentIsArray(frame)) {
            doc.impliedClose(frame);
        } else if (c == '{' && frame.isEmpty()) {
            doc.drop(frame, doc.pos + 1, RepairKind.STRAY_CLOSE);
        } else if (!reopenArray(frame)) {
            doc.drop(frame, doc.bracketEnd(doc.pos));
        }
    }

    private void fenceForKey(Frame frame) {
        int next = source.peek(doc.behindFence());
        if (frame.isEmpty() && source.at(next) == '{') {
            doc.skipFence(frame, next + 1);
        } else {
            doc.impliedEnd(frame);
        }
    }

    /** An item where a key should be: the array before it was closed too early. */
    private boolean reopenArray(Frame frame) {
        ObjectNode object = Objects.requireNonNull(frame.object);
        String name = frame.lastKey;
        if (name == null || !(object.get(name) instanceof ArrayNode array)) {
            return false;
        }
        notes.add(RepairKind.STRAY_CLOSE, doc.pos, doc.pos, frame, "the array goes on");
        if (source.at(doc.pos) == '[' && source.at(source.peek(doc.bracketEnd(doc.pos))) == '}') {
            doc.pos++; // its bracket closes the whole array, so what it holds belongs there
        }
        frame.key = name;
        doc.push(new Frame(frame, array, doc.pos, frame.shape.member(name)));
        return true;
    }

    private void quotedKey(Frame frame, QuoteStyle style) {
        int start = doc.pos;
        Keys.Found found = Keys.quoted(source, style, doc.pos, doc.partial);
        if (found == null) {
            frame.keyStart = start;
            doc.cutHere(frame, Completeness.Cut.KEY, start);
            doc.pos = source.end;
            return;
        }
        if (style != QuoteStyle.DOUBLE) {
            notes.add(RepairKind.QUOTE_STYLE, start, start + 1, frame, "read as a double quote");
        }
        String name = strings.key(start + 1, found.stop(), frame);
        if (found.inner() > 0) {
            notes.add(RepairKind.RAW_QUOTE, start, found.stop(), frame, found.inner() + " inside the key");
        }
        doc.pos = found.behind();
        if (found.unclosed()) {
            notes.add(RepairKind.MISSING_END_QUOTE, found.stop(), found.stop(), frame, "key closed");
        }
        setKey(frame, name, start);
    }

    private void unquotedKey(Frame frame) {
        int start = doc.pos;
        int stop = Keys.unquotedEnd(source, doc.pos);
        if (stop == start) {
            doc.drop(frame, start + 1);
            return;
        }
        int next = source.peek(stop);
        char c = source.at(next);
        QuoteStyle style = QuoteStyle.at(source, next);
        if (style != null && next > stop && lookahead.keyAt(next)) {
            doc.drop(frame, next);
            return;
        }
        if (next >= source.end && source.at(stop) != ':') {
            doc.cutHere(frame, Completeness.Cut.KEY, start);
            doc.pos = source.end;
            return;
        }
        String name = Keys.numeric(strings.key(start, stop, frame).strip());
        if (closesKey(next, stop)) {
            notes.add(RepairKind.MISSING_START_QUOTE, start, start, frame, "key opened");
            doc.pos = next + 1;
            setKey(frame, name, start);
            return;
        }
        boolean value = style != null || c == ':' || c == '=' || c == '{' || c == '[' || Source.digit(c);
        if (!value && frame.sawColon) {
            doc.drop(frame, doc.junkEnd());
            return;
        }
        notes.add(RepairKind.UNQUOTED_KEY, start, stop, frame, "key quoted");
        frame.unquotedKeys = true;
        doc.pos = stop;
        setKey(frame, name, start);
    }

    private boolean closesKey(int next, int stop) {
        return source.at(next) == '"' && next == stop && source.at(source.peek(next + 1)) == ':';
    }

    private void setKey(Frame frame, String name, int start) {
        frame.keyStart = start;
        int colon = source.peek(doc.pos);
        char c = source.at(colon);
        if (c == ':') {
            frame.sawColon = true;
            doc.trivia(frame);
            doc.pos = colon + 1;
        } else if (colon >= source.end) {
            doc.cutHere(frame, Completeness.Cut.VALUE, start);
            doc.pos = source.end;
            return;
        } else if ((c == ',' || c == '}') && !frame.sawColon) {
            element(frame, name, start, c);
            return;
        } else if (c == '=') {
            doc.pos = colon + (source.at(colon + 1) == '>' ? 2 : 1);
            notes.add(RepairKind.MISSING_COLON, colon, doc.pos, frame, "read as a colon");
            frame.sawColon = true;
        } else if (c != ',' && c != '}') {
            notes.add(RepairKind.MISSING_COLON, doc.pos, doc.pos, frame, "colon supplied");
            frame.sawColon = true;
        }
        if (frame.has(name)) {
            notes.add(RepairKind.DUPLICATE_KEY, start, doc.pos, frame, "the last value stays");
        }
        frame.key = name;
        frame.valueDone = false;
    }

    /** A member without a value in an object where no member has had one: a set. */
    private void element(Frame frame, String name, int start, char c) {
        ObjectNode object = Objects.requireNonNull(frame.object);
        object.set(name, NullNode.getInstance());
        frame.valueDone = true;
        boolean numbers =
                c == '}' && object.properties().stream().allMatch(member -> Numbers.isStrict(member.getKey()));
        if (c == '}' && frame.unquotedKeys && !numbers && !doc.anything) {
            throw JsonRepairException.refused(
                    frame.start,
                    "The braces at character " + frame.start + " hold words that are neither keys nor values"
                            + "; ask for it again, or let RepairProfile.SALVAGE read them as a list");
        }
        if (c == '}') {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            object.fieldNames()
                    .forEachRemaining(
                            element -> list.add(numbers ? Numbers.strict(element) : TextNode.valueOf(element)));
            notes.add(RepairKind.SET_TO_LIST, frame.start, doc.pos, frame, "a set read as a list");
            doc.pos = source.peek(doc.pos) + 1;
            doc.top = frame.parent;
            doc.attach(frame.parent, list, frame.start, doc.pos);
        } else {
            notes.add(RepairKind.MISSING_VALUE, start, doc.pos, frame, "null supplied");
        }
    }

    private void memberValue(Frame frame, char c) {
        if (c == ',' || c == '}' || c == ']') {
            notes.add(RepairKind.MISSING_VALUE, doc.pos, doc.pos, frame, "null supplied");
            doc.attach(frame, NullNode.getInstance(), doc.pos, doc.pos);
        } else if (c == ':') {
            doc.drop(frame, doc.pos + 1);
        } else if (!values.value(frame)) {
            notes.add(RepairKind.MISSING_VALUE, doc.pos, doc.pos, frame, "null supplied");
            doc.attach(frame, NullNode.getInstance(), doc.pos, doc.pos);
        }
    }
}
