package dev.alain.core.json;

import org.jspecify.annotations.Nullable;

/** Decides what commas and closing brackets close. */
final class Brackets {
    private final OpenDocument doc;
    private final Source source;
    private final Notes notes;
    private final Lookahead lookahead;

    Brackets(OpenDocument doc) {
        this.doc = doc;
        this.source = doc.source;
        this.notes = doc.notes;
        this.lookahead = doc.lookahead;
    }

    void comma(Frame frame) {
        int next = source.peek(doc.pos + 1);
        char c = source.at(next);
        boolean extra = !frame.valueDone || c == '}' || c == ']' || next >= source.end;
        if (extra && next < source.end) {
            notes.add(RepairKind.EXTRA_COMMA, doc.pos, doc.pos + 1, frame, "comma left out");
        }
        doc.pos++;
        frame.valueDone = false;
        frame.commas = true;
    }

    void wrongCloser(Frame frame, char c) {
        Frame outer = Frame.nearest(frame, c == '}');
        if (outer == null && goesOn(frame)) {
            doc.drop(frame, doc.pos + 1, RepairKind.STRAY_CLOSE);
            return;
        }
        boolean tooFar = outer == null || !continues(outer.parent);
        if (outer == null || (tooFar && continues(frame.parent))) {
            notes.add(RepairKind.WRONG_CLOSE, doc.pos, doc.pos + 1, frame, c + " read as the other bracket");
            doc.pos++;
            doc.close(frame, doc.pos);
            return;
        }
        while (doc.top != null && doc.top != outer) {
            notes.add(RepairKind.IMPLIED_CLOSE, doc.pos, doc.pos, doc.top, "bracket supplied");
            doc.close(doc.top, doc.pos);
        }
    }

    /** Whether elements of the frame, or its own bracket, follow the wrong one. */
    private boolean goesOn(Frame frame) {
        int next = source.peek(doc.pos + 1);
        char c = source.at(next);
        if (c == ',') {
            return frame.isObject() ? lookahead.keyAt(source.peek(next + 1)) : frame.parent == null;
        }
        return c == (frame.isObject() ? '}' : ']');
    }

    /** Whether the text behind the bracket here may follow a value of the frame. */
    private boolean continues(@Nullable Frame frame) {
        return lookahead.valueEnds(doc.pos + 1, frame, 0) && (frame != null || rootMayEnd());
    }

    private boolean rootMayEnd() {
        int next = source.peek(doc.pos + 1);
        return source.at(next) != ',' || !lookahead.keyAt(source.peek(next + 1));
    }
}
