package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alain.core.json.TolerantReader.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the documents that stand in a reply, one behind the other or with prose between them. */
final class Documents {
    private static final int LONGEST_BARE = 200;

    private final Source source;
    private final TolerantReader reader;
    private final Lookahead lookahead;
    private final Notes notes;
    private final int maxCandidates;
    private final List<Found> found = new ArrayList<>();

    Documents(Source source, TolerantReader reader, Notes notes, RepairLimits limits) {
        this.source = source;
        this.reader = reader;
        this.lookahead = new Lookahead(source);
        this.notes = notes;
        this.maxCandidates = limits.maxCandidates();
    }

    /** What stood between a document and the one before it. */
    enum Gap {
        NOTHING,
        COMMA,
        LINE,
        PROSE
    }

    /**
     * A document.
     *
     * @param reading what was read
     * @param gap what stood before it
     * @param foreign whether it stood in a fence of another language
     * @param firstNote index of the first note made while reading it
     * @param lastNote index behind the last one
     */
    record Found(Reading reading, Gap gap, boolean foreign, int firstNote, int lastNote) {
        JsonNode value() {
            return reading.value();
        }

        boolean container() {
            return value().isContainerNode();
        }
    }

    /** The documents in the order of the text; empty when there is none. */
    List<Found> read(int answer) {
        int start = opened(answer);
        char c = source.at(start);
        if ((c == '{' || c == '[') && (plausible(start, false) || nextContainer(start + 1) < 0)) {
            sequence(start);
            return found;
        }
        if (start >= source.end || c == '{' || c == '[' || !value(start, c)) {
            prose(start);
        }
        if (found.isEmpty() || onlyCitations()) {
            found.clear();
            bare(start);
        }
        return found;
    }

    /** Behind a fence, comments, and brackets that close nothing. */
    private int opened(int answer) {
        int at = answer;
        while (true) {
            int next = source.peek(at);
            if (source.fenceAt(next)) {
                int behind = next + 3;
                while (source.at(behind) == '`' || Source.wordPart(source.at(behind))) {
                    behind++;
                }
                notes.add(RepairKind.FENCE, next, behind, null, "fence left out");
                at = behind;
            } else if ((source.at(next) == ']' || source.at(next) == '}' || source.at(next) == ',')
                    && source.peek(next + 1) < source.end) {
                notes.add(RepairKind.STRAY_CLOSE, next, next + 1, null, "left out");
                at = next + 1;
            } else {
                if (source.commentAt(source.skipSpace(at))) {
                    notes.add(RepairKind.COMMENT, at, next, null, "comment left out");
                }
                return next;
            }
        }
    }

    /** Reads a document that starts the answer with something else than a bracket; false when none does. */
    private boolean value(int start, char c) {
        QuoteStyle style = QuoteStyle.at(source, start);
        if (style != null) {
            if (lookahead.keyAt(start)) {
                return add(reader.readMembers(start), Gap.NOTHING, false, notes.size());
            }
            int mark = notes.size();
            Reading reading = reader.read(start);
            return reading != null && restIsEmpty(reading) && add(reading, Gap.NOTHING, false, mark);
        }
        if (c == '(') {
            int inner = source.peek(start + 1);
            int mark = notes.size();
            Reading reading = source.at(inner) == '{' || tuple(inner) ? reader.read(start) : null;
            if (reading == null || !restIsEmpty(reading)) {
                return false;
            }
            return add(reading, Gap.NOTHING, false, mark);
        }
        return Source.wordStart(c) && called(start);
    }

    private boolean tuple(int inner) {
        return QuoteStyle.at(source, inner) != null || Source.digit(source.at(inner)) || source.at(inner) == '[';
    }

    /** {@code callback({…});} */
    private boolean called(int start) {
        int open = Calls.open(source, start);
        if (open < 0) {
            return false;
        }
        int inner = source.peek(open + 1);
        char c = source.at(inner);
        int mark = notes.size();
        if (c == '{' || c == '[') {
            Reading reading = reader.read(inner);
            if (reading != null && restIsEmpty(reading)) {
                notes.add(RepairKind.CALL, start, open + 1, null, "call around the document");
                return add(reading, Gap.NOTHING, false, mark);
            }
            return false;
        }
        Reading reading = reader.read(start);
        return reading != null
                && notes.contains(RepairKind.CALL)
                && restIsEmpty(reading)
                && add(reading, Gap.NOTHING, false, mark);
    }

    private boolean restIsEmpty(Reading reading) {
        int at = source.peek(reading.end());
        while (at < source.end && (",;)>`}".indexOf(source.at(at)) >= 0)) {
            at = source.peek(at + 1);
        }
        return at >= source.end;
    }

    private boolean add(Reading reading, Gap gap, boolean foreign, int mark) {
        found.add(new Found(reading, gap, foreign, mark, notes.size()));
        return true;
    }

    /** Documents that follow each other from there on, then whatever prose holds. */
    private void sequence(int start) {
        int at = start;
        Gap gap = Gap.NOTHING;
        while (true) {
            int mark = notes.size();
            Reading reading = reader.read(at);
            if (reading == null) {
                return;
            }
            add(reading, gap, false, mark);
            int next = source.peek(reading.end());
            boolean comma = false;
            while (source.at(next) == ',' || source.at(next) == ';' || strayCloser(next)) {
                comma |= source.at(next) == ',';
                next = source.peek(next + 1);
            }
            if (next >= source.end) {
                return;
            }
            char c = source.at(next);
            if (c != '{' && c != '[') {
                int last = found.size();
                prose(next);
                noteRest(reading.end(), found.size() > last);
                return;
            }
            boolean line = source.breaksBetween(reading.end(), next);
            gap = comma ? Gap.COMMA : line ? Gap.LINE : Gap.NOTHING;
            at = next;
        }
    }

    private boolean strayCloser(int at) {
        char c = source.at(at);
        if ((c == '}' || c == ']') && at < source.end) {
            notes.add(RepairKind.STRAY_CLOSE, at, at + 1, null, "left out");
            return true;
        }
        return false;
    }

    private void noteRest(int from, boolean more) {
        int start = source.skipSpace(from);
        int end = source.end;
        while (end > start && Source.space(source.at(end - 1))) {
            end--;
        }
        if (start < end && !more && !source.fenceAt(start)) {
            String shown = source.text.substring(start, Math.min(end, start + 80));
            notes.add(RepairKind.DROPPED_TEXT, start, end, null, "left out: " + shown);
        }
    }

    /** Looks for documents between words. */
    private void prose(int start) {
        int at = start;
        int tried = 0;
        while (tried++ < maxCandidates) {
            int next = nextContainer(at);
            if (next < 0) {
                return;
            }
            int mark = notes.size();
            Reading reading = reader.read(next);
            if (reading == null) {
                return;
            }
            boolean apart = !found.isEmpty() && onlySeparators(at, next);
            Gap gap = apart ? separator(at, next) : Gap.PROSE;
            add(reading, gap, foreign, mark);
            at = Math.max(reading.end(), next + 1);
        }
    }

    private boolean onlySeparators(int from, int to) {
        for (int at = from; at < to; at++) {
            if (source.at(at) != ',' && !Source.space(source.at(at))) {
                return false;
            }
        }
        return true;
    }

    private Gap separator(int from, int to) {
        if (source.text.substring(from, to).indexOf(',') >= 0) {
            return Gap.COMMA;
        }
        return source.breaksBetween(from, to) ? Gap.LINE : Gap.NOTHING;
    }

    private boolean foreign;

    /** The next bracket from there on that can start a document; -1 when none follows. */
    private int nextContainer(int from) {
        foreign = false;
        int at = from;
        int foreignAt = -1;
        while (at < source.end) {
            char c = source.at(at);
            if (c == '`' && source.fenceAt(at)) {
                int line = source.lineEnd(at);
                if (foreignFence(at + 3)) {
                    int close = source.text.indexOf("\n```", at + 3);
                    if (foreignAt < 0) {
                        foreignAt = firstPlausible(line, close < 0 ? source.end : close);
                    }
                    at = close < 0 ? source.end : close + 4;
                    continue;
                }
                int first = source.skipSpace(line);
                boolean bracket = source.at(first) == '{' || source.at(first) == '[';
                if (bracket && Source.wordStart(source.at(at + 3)) && line < source.end) {
                    return first;
                }
                at += 3;
            } else if ((c == '{' || c == '[') && plausible(at, true)) {
                return at;
            } else {
                at++;
            }
        }
        foreign = foreignAt >= 0;
        return foreignAt;
    }

    private int firstPlausible(int from, int to) {
        for (int at = from; at < to; at++) {
            char c = source.at(at);
            if ((c == '{' || c == '[') && plausible(at, true)) {
                return at;
            }
        }
        return -1;
    }

    private boolean foreignFence(int word) {
        int end = word;
        while (Source.wordPart(source.at(end)) || source.at(end) == '+' || source.at(end) == '#') {
            end++;
        }
        String language = source.text.substring(word, end);
        char c = source.at(end);
        return !language.isEmpty()
                && (c == '\n' || c == '\r' || c == ' ')
                && !language.toLowerCase(java.util.Locale.ROOT).startsWith("json");
    }

    /** Whether the bracket may start a document rather than be a piece of prose or code. */
    private boolean plausible(int at, boolean inProse) {
        int next = source.peek(at + 1);
        char c = source.at(next);
        if (source.at(at) == '{') {
            if (c == '}') {
                return !inProse || source.peek(next + 1) >= source.end || found.isEmpty();
            }
            return lookahead.keyAt(next) || (!inProse && next >= source.end) || (c == '"' && startsObject(next));
        }
        if (c == '{') {
            return plausible(next, true);
        }
        if (c == '[') {
            return plausible(next, inProse);
        }
        return QuoteStyle.at(source, next) != null
                || c == ']'
                || Source.digit(c)
                || (c == '-' && Source.digit(source.at(next + 1)))
                || Literals.startsAt(source, next);
    }

    /** A quoted word that lost its colon or its end. */
    private boolean startsObject(int next) {
        int behind = lookahead.quotedEnd(next);
        if (behind < 0) {
            return true;
        }
        char c = source.at(source.peek(behind));
        return c == '"' || Source.digit(c) || c == '{' || c == '[' || c == '\0' || c == ',';
    }

    /** Whether all that was found are marks such as {@code [1]}. */
    private boolean onlyCitations() {
        for (Found one : found) {
            JsonNode value = one.value();
            boolean citation = value.isArray()
                    && one.gap() == Gap.PROSE
                    && value.size() <= 1
                    && (value.isEmpty() || value.get(0).isNumber())
                    && !one.foreign();
            if (!citation) {
                return false;
            }
        }
        return true;
    }

    /** A number, a literal, a short list of them, or one line of text. */
    private void bare(int start) {
        if (closersOnly(start, source.end)) {
            return;
        }
        List<Found> items = new ArrayList<>();
        int at = start;
        Gap gap = Gap.NOTHING;
        while (at < source.end) {
            int mark = notes.size();
            Reading reading = reader.read(at);
            if (reading == null || reading.value().isContainerNode() || spaced(reading.value())) {
                items.clear();
                break;
            }
            items.add(new Found(reading, gap, false, mark, notes.size()));
            int next = source.peek(reading.end());
            boolean comma = false;
            while (",;)>`".indexOf(source.at(next)) >= 0 && next < source.end) {
                comma |= source.at(next) == ',';
                next = source.peek(next + 1);
            }
            boolean line = source.breaksBetween(reading.end(), Math.min(next, source.end));
            if (next < source.end && !comma && !line) {
                items.clear();
                break;
            }
            gap = comma ? Gap.COMMA : Gap.LINE;
            at = next;
        }
        if (items.isEmpty()) {
            line(start);
        } else {
            found.addAll(items);
        }
    }

    private static boolean spaced(JsonNode value) {
        return value.isTextual() && value.textValue().chars().anyMatch(c -> Source.space((char) c));
    }

    private void line(int start) {
        int end = source.end;
        while (end > start && (Source.space(source.at(end - 1)) || source.at(end - 1) == ',')) {
            end--;
        }
        if (start < end
                && end - start <= LONGEST_BARE
                && !source.breaksBetween(start, end)
                && !closersOnly(start, end)) {
            int mark = notes.size();
            notes.add(RepairKind.UNQUOTED_TEXT, start, end, null, "read as a string");
            String text = source.text.substring(start, end);
            boolean opened = text.indexOf('"') == text.length() - 1;
            if (opened) {
                text = text.substring(0, text.length() - 1);
            }
            Reading reading = new Reading(TextNode.valueOf(text), start, end, Completeness.COMPLETE);
            add(reading, Gap.NOTHING, false, mark);
        }
    }

    private boolean closersOnly(int start, int end) {
        for (int at = start; at < end; at++) {
            if ("]},:".indexOf(source.at(at)) < 0 && !Source.space(source.at(at))) {
                return false;
            }
        }
        return true;
    }

    /** The reading of the value at the offset, for callers that know it stands there; null when it doesn't. */
    @Nullable
    Reading at(int offset) {
        return reader.read(offset);
    }
}
