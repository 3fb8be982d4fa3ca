package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.core.json.Found.Gap;
import dev.alain.core.json.TolerantReader.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the documents that stand in a reply, one behind the other or with prose between them. */
final class Documents {
    private final Source source;
    private final TolerantReader reader;
    private final Lookahead lookahead;
    private final Openings openings;
    private final Notes notes;
    private final int maxCandidates;
    private final List<Found> found = new ArrayList<>();

    Documents(Source source, TolerantReader reader, Notes notes, RepairLimits limits) {
        this.source = source;
        this.reader = reader;
        this.lookahead = new Lookahead(source);
        this.openings = new Openings(source);
        this.notes = notes;
        this.maxCandidates = limits.maxCandidates();
    }

    /** The documents in the order of the text; empty when there is none. */
    List<Found> read(int answer) {
        int start = opened(answer);
        boolean bracket = source.at(start) == '{' || source.at(start) == '[';
        if (bracket && (openings.opens(start, false) || openings.next(start + 1) < 0)) {
            sequence(start);
            return found;
        }
        Found direct = bracket || start >= source.end ? null : withoutBracket(start);
        if (direct != null) {
            found.add(direct);
            return found;
        }
        prose(start);
        found.removeIf(one -> one.foreign() && one.guesses() > 0);
        return found.isEmpty() || onlyCitations() ? new BareReply(source, reader, notes).read(start) : found;
    }

    /** Behind a fence, comments, and brackets that close nothing. */
    private int opened(int answer) {
        int at = answer;
        while (true) {
            int next = source.peek(at);
            if (next > source.skipSpace(at)) {
                notes.add(RepairKind.COMMENT, at, next, null, "comment left out");
            }
            if (source.fenceAt(next)) {
                at = behindFence(next);
                notes.add(RepairKind.FENCE, next, at, null, "fence left out");
            } else if ("]},".indexOf(source.at(next)) >= 0 && source.peek(next + 1) < source.end) {
                notes.add(RepairKind.STRAY_CLOSE, next, next + 1, null, "left out");
                at = next + 1;
            } else {
                return next;
            }
        }
    }

    private int behindFence(int fence) {
        int at = fence + 3;
        while (source.at(at) == '`' || Source.wordPart(source.at(at))) {
            at++;
        }
        return at;
    }

    /** The whole reply as a string, a tuple, a call, or members whose brace is missing; null when it is none. */
    private @Nullable Found withoutBracket(int start) {
        char c = source.at(start);
        if (QuoteStyle.at(source, start) != null && lookahead.keyAt(start)) {
            return members(start);
        }
        if (QuoteStyle.at(source, start) != null || (c == '(' && Calls.tupleAt(source, start))) {
            return whole(readAt(start, Gap.NOTHING, false));
        }
        int open = Source.wordStart(c) ? Calls.open(source, start) : -1;
        if (open < 0) {
            return null;
        }
        int inner = source.peek(open + 1);
        boolean bracket = source.at(inner) == '{' || source.at(inner) == '[';
        int mark = notes.size();
        Found called = whole(readAt(bracket ? inner : start, Gap.NOTHING, false));
        if (called != null && bracket) {
            notes.add(RepairKind.CALL, start, open + 1, null, "call around the document");
        }
        if (called != null && !bracket && called.value().isTextual() && called.guesses() > 0) {
            notes.forget(mark, notes.size());
            return null;
        }
        return called;
    }

    private Found members(int start) {
        int mark = notes.size();
        int guesses = notes.guesses();
        Reading reading = reader.readMembers(start);
        return new Found(reading, Gap.NOTHING, false, notes.guesses() - guesses, mark, notes.size());
    }

    /** The document if nothing but separators and closing marks follow it, else null. */
    private @Nullable Found whole(@Nullable Found document) {
        if (document == null) {
            return null;
        }
        int at = source.peek(document.end());
        while (at < source.end && ",;)>`}".indexOf(source.at(at)) >= 0) {
            at = source.peek(at + 1);
        }
        if (at >= source.end) {
            return document;
        }
        notes.forget(document.firstNote(), document.lastNote());
        return null;
    }

    private @Nullable Found readAt(int at, Gap gap, boolean foreign) {
        int mark = notes.size();
        int guesses = notes.guesses();
        Reading reading = reader.read(at);
        return reading == null ? null : new Found(reading, gap, foreign, notes.guesses() - guesses, mark, notes.size());
    }

    /** Documents that follow each other from there on, then whatever prose holds. */
    private void sequence(int start) {
        int at = start;
        Gap gap = Gap.NOTHING;
        while (true) {
            Found document = readAt(at, gap, false);
            if (document == null) {
                return;
            }
            found.add(document);
            int next = source.peek(document.end());
            boolean comma = false;
            while (next < source.end && ",;}]".indexOf(source.at(next)) >= 0) {
                comma |= source.at(next) == ',';
                if (source.at(next) == '}' || source.at(next) == ']') {
                    notes.add(RepairKind.STRAY_CLOSE, next, next + 1, null, "left out");
                }
                next = source.peek(next + 1);
            }
            if (next >= source.end) {
                return;
            }
            if (source.at(next) != '{' && source.at(next) != '[') {
                prose(next);
                return;
            }
            gap = comma ? Gap.COMMA : source.breaksBetween(document.end(), next) ? Gap.LINE : Gap.NOTHING;
            at = next;
        }
    }

    /** Looks for documents between words. */
    private void prose(int start) {
        int at = start;
        int tried = 0;
        while (tried < maxCandidates) {
            int next = openings.next(at);
            Found document = next < 0 ? null : readAt(next, Gap.PROSE, openings.foreign());
            if (document == null) {
                return;
            }
            tried += marks(document.value()) ? 0 : 1;
            found.add(found.isEmpty() ? document : document.behind(gap(at, next)));
            at = Math.max(document.end(), next + 1);
        }
    }

    private Gap gap(int from, int to) {
        boolean comma = false;
        for (int at = from; at < to; at++) {
            comma |= source.at(at) == ',';
            if (source.at(at) != ',' && !Source.space(source.at(at))) {
                return Gap.PROSE;
            }
        }
        return comma ? Gap.COMMA : source.breaksBetween(from, to) ? Gap.LINE : Gap.PROSE;
    }

    /** Whether it is a list of numbers, such as a mark {@code [1]} or a progress {@code [1/3]}. */
    private static boolean marks(JsonNode value) {
        return value.isArray()
                && value.size() <= 3
                && (value.isEmpty() || !value.get(0).isContainerNode());
    }

    /** Whether all that was found are marks such as {@code [1]}. */
    private boolean onlyCitations() {
        return found.stream().allMatch(one -> {
            JsonNode value = one.value();
            return value.isArray()
                    && one.gap() == Gap.PROSE
                    && value.size() <= 1
                    && (value.isEmpty() || value.get(0).isNumber());
        });
    }
}
