package dev.alain.core.json;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Notes what of a reply stands around the chosen document. */
final class Surroundings {
    private static final int SHOWN = 80;
    /** What was noted already of the marks in front of a document. */
    private static final Set<RepairKind> OPENED =
            EnumSet.of(RepairKind.FENCE, RepairKind.STRAY_CLOSE, RepairKind.COMMENT, RepairKind.CALL);

    private Surroundings() {}

    /** Forgets how the other documents were mended and notes the text before and behind the chosen one. */
    static void note(Found chosen, List<Found> all, Source source, Notes notes) {
        for (Found other : all) {
            if (other.start() != chosen.start()) {
                notes.forget(other.firstNote(), other.lastNote());
            }
        }
        boolean envelope = notes.contains(RepairKind.ENVELOPE);
        int start = envelope ? new Envelope(source).answerStart() : 0;
        if (!left(source, start, chosen.start(), notes) && OPENED.stream().noneMatch(notes::contains)) {
            marks(source, start, chosen.start(), notes);
        }
        if (!left(source, chosen.end(), source.end, notes)) {
            marks(source, chosen.end(), source.end, notes);
        }
    }

    /** Notes the words between the offsets; false when there are none. */
    private static boolean left(Source source, int from, int to, Notes notes) {
        int start = from;
        int end = to;
        while (start < end && markup(source, start)) {
            start++;
        }
        while (end > start && markup(source, end - 1)) {
            end--;
        }
        String text = source.text.substring(start, Math.max(start, end));
        boolean comment = source.commentAt(start) && source.commentEnd(start) >= end;
        boolean call = Calls.open(source, start) == end - 1 && end > start;
        if (text.isEmpty() || comment || call) {
            return false;
        }
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "\u2026";
        notes.add(RepairKind.DROPPED_TEXT, start, end, null, "left out: " + shown);
        return true;
    }

    /** A comment, or brackets, commas and fences without words, around the document: nothing is lost with them. */
    private static void marks(Source source, int from, int to, Notes notes) {
        int start = source.skipSpace(from);
        if (start < to && !(source.fenceAt(start) && notes.contains(RepairKind.FENCE))) {
            RepairKind kind = source.commentAt(start) ? RepairKind.COMMENT : RepairKind.DROPPED_TEXT;
            notes.add(kind, start, to, null, "left out around the document", Severity.LOSSLESS);
        }
    }

    private static boolean markup(Source source, int at) {
        char c = source.at(at);
        return Source.space(c) || c == '`' || c == ';' || c == ',' || c == ')' || c == '}' || c == ']';
    }
}
