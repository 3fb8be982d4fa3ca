package dev.alain.core.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Objects;

/** Reads what stands in an array. */
final class Items {
    private final OpenDocument doc;
    private final Source source;
    private final Notes notes;
    private final Lookahead lookahead;
    private final Values values;
    private final Brackets brackets;

    Items(OpenDocument doc, Values values, Brackets brackets) {
        this.doc = doc;
        this.source = doc.source;
        this.notes = doc.notes;
        this.lookahead = doc.lookahead;
        this.values = values;
        this.brackets = brackets;
    }

    void stepInArray(Frame frame, char c) {
        if (c == ']' || (c == ')' && frame.tuple)) {
            doc.pos++;
            doc.close(frame, doc.pos);
        } else if (c == ',') {
            brackets.comma(frame);
        } else if (c == '}') {
            brackets.wrongCloser(frame, c);
        } else if (c == ':') {
            keyInArray(frame);
        } else if (source.ellipsisAt(doc.pos) && ellipsisIsAlone()) {
            doc.ellipsis(frame);
        } else if (c == '`' && source.fenceAt(doc.pos) && fenceEndsHere(frame)) {
            doc.impliedEnd(frame);
        } else if (!frame.isEmpty() && memberOfParent(frame)) {
            doc.impliedClose(frame);
        } else {
            item(frame, c);
        }
    }

    private boolean ellipsisIsAlone() {
        int end = doc.pos;
        while (source.at(end) == '.' || source.at(end) == '\u2026') {
            end++;
        }
        int next = source.peek(end);
        char c = source.at(next);
        boolean value = next > end && (Source.digit(c) || c == '"' || c == '{' || c == '[');
        return value || c == ',' || c == ']' || c == '\0' || c == '}';
    }

    private boolean fenceEndsHere(Frame frame) {
        if (frame.isEmpty()) {
            int next = source.peek(doc.behindFence());
            if (source.at(next) == '{' || source.at(next) == '[') {
                doc.skipFence(frame, next);
                return false;
            }
        }
        return true;
    }

    private boolean memberOfParent(Frame frame) {
        Frame parent = frame.parent;
        if (parent == null || !parent.isObject() || !lookahead.keyAt(doc.pos)) {
            return false;
        }
        return parent.sawColon && !parent.has(lookahead.foundKey());
    }

    private void item(Frame frame, char c) {
        if (frame.valueDone) {
            if (c == ';' || c == '\\' || c == '>' || c == '|' || c == '=') {
                doc.drop(frame, doc.pos + 1);
                return;
            }
            notes.add(RepairKind.MISSING_COMMA, doc.pos, doc.pos, frame, "comma supplied");
        }
        if (!values.value(frame)) {
            doc.drop(frame, doc.pos + 1);
        }
    }

    /** The last item was a key: an object without its opening brace. */
    private void keyInArray(Frame frame) {
        ArrayNode array = Objects.requireNonNull(frame.array);
        int last = array.size() - 1;
        if (last < 0 || !array.get(last).isTextual() || !frame.valueDone) {
            doc.drop(frame, doc.pos + 1);
            return;
        }
        notes.add(RepairKind.IMPLIED_OPEN, doc.pos, doc.pos, frame, "object opened");
        String name = array.remove(last).textValue();
        frame.valueDone = false;
        doc.openObject(doc.pos, doc.pos + 1, frame);
        Frame opened = Objects.requireNonNull(doc.top);
        opened.key = name;
        opened.sawColon = true;
    }
}
