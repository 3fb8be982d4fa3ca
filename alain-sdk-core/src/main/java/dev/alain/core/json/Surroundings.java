package dev.alain.core.json;

import java.util.List;

/** Notes what of a reply stands around the chosen document. */
final class Surroundings {
    private static final int SHOWN = 80;

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
        left(source, start, chosen.start(), notes);
        left(source, chosen.end(), source.end, notes);
    }

    private static void left(Source source, int from, int to, Notes notes) {
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
        if (text.isEmpty() || comment || call || text.equals("json")) {
            return;
        }
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "\u2026";
        notes.add(RepairKind.DROPPED_TEXT, start, end, null, "left out: " + shown);
    }

    private static boolean markup(Source source, int at) {
        char c = source.at(at);
        return Source.space(c) || c == '`' || c == ';' || c == ',' || c == ')' || c == '}' || c == ']';
    }
}
