package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one value from a place in the text, mending as it goes. One pass, no recursion. */
final class TolerantReader {
    private final OpenDocument doc;
    private final Values values;
    private final Members members;
    private final Items items;

    TolerantReader(Source source, RepairOptions options, KeyHints hints, Notes notes, SpanBook spans) {
        this.doc = new OpenDocument(source, options, hints, notes, spans);
        this.values = new Values(doc);
        Brackets brackets = new Brackets(doc);
        this.members = new Members(doc, values, brackets);
        this.items = new Items(doc, values, brackets);
    }

    /**
     * What was read.
     *
     * @param start where it started
     * @param end where it ended
     */
    record Reading(JsonNode value, int start, int end, Completeness completeness) {
        /** The stretch it was read from. */
        Span span() {
            return new Span(start, end);
        }
    }

    /** Reads the value that starts there; null when there is none. */
    @Nullable
    Reading read(int start) {
        doc.begin(start);
        return values.value(null) ? finish(start) : null;
    }

    /** Reads members as if an opening brace stood before them. */
    Reading readMembers(int start) {
        doc.begin(start);
        doc.notes.add(RepairKind.IMPLIED_OPEN, start, start, null, "object opened");
        doc.openObject(start, start, null);
        return finish(start);
    }

    private Reading finish(int start) {
        while (doc.top != null) {
            step(doc.top);
        }
        return new Reading(Objects.requireNonNull(doc.root), start, doc.pos, doc.completeness);
    }

    private void step(Frame frame) {
        doc.trivia(frame);
        if (doc.pos >= doc.source.end) {
            doc.endOfText(frame);
        } else if (frame.isObject()) {
            members.stepInObject(frame, doc.source.at(doc.pos));
        } else {
            items.stepInArray(frame, doc.source.at(doc.pos));
        }
    }
}
