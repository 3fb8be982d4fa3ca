package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alain.core.json.Found.Gap;
import dev.alain.core.json.TolerantReader.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a reply without brackets: a number, a literal, a short list of them, or one line of text. */
final class BareReply {
    private static final int LONGEST_LINE = 200;
    private static final int MOST_ITEMS = 10_000;

    private final Source source;
    private final TolerantReader reader;
    private final Notes notes;

    BareReply(Source source, TolerantReader reader, Notes notes) {
        this.source = source;
        this.reader = reader;
        this.notes = notes;
    }

    List<Found> read(int start) {
        if (closersOnly(start, source.end)) {
            return List.of();
        }
        int mark = notes.size();
        List<Found> items = items(start);
        if (!items.isEmpty()) {
            return items;
        }
        notes.forget(mark, notes.size());
        Found line = line(start);
        return line == null ? List.of() : List.of(line);
    }

    private List<Found> items(int start) {
        List<Found> items = new ArrayList<>();
        int at = start;
        Gap gap = Gap.NOTHING;
        while (at < source.end) {
            int mark = notes.size();
            int guesses = notes.guesses();
            Reading reading = items.size() < MOST_ITEMS ? reader.read(at) : null;
            if (reading == null || reading.value().isContainerNode() || spaced(reading.value())) {
                return List.of();
            }
            items.add(new Found(reading, gap, false, notes.guesses() - guesses, mark, notes.size()));
            int next = source.peek(reading.end());
            boolean comma = false;
            while (next < source.end && ",;)>`".indexOf(source.at(next)) >= 0) {
                comma |= source.at(next) == ',';
                next = source.peek(next + 1);
            }
            if (next < source.end && !comma && !source.breaksBetween(reading.end(), next)) {
                return List.of();
            }
            gap = comma ? Gap.COMMA : Gap.LINE;
            at = next;
        }
        return items;
    }

    private static boolean spaced(JsonNode value) {
        return value.isTextual() && value.textValue().chars().anyMatch(c -> Source.space((char) c));
    }

    private @Nullable Found line(int start) {
        int end = source.end;
        while (end > start && (Source.space(source.at(end - 1)) || source.at(end - 1) == ',')) {
            end--;
        }
        if (start >= end || end - start > LONGEST_LINE || source.breaksBetween(start, end)) {
            return null;
        }
        int mark = notes.size();
        notes.add(RepairKind.UNQUOTED_TEXT, start, end, null, "read as a string");
        String text = source.text.substring(start, end);
        boolean opened = text.indexOf('"') == text.length() - 1;
        TextNode value = TextNode.valueOf(opened ? text.substring(0, text.length() - 1) : text);
        return new Found(
                new Reading(value, start, end, Completeness.COMPLETE), Gap.NOTHING, false, 1, mark, notes.size());
    }

    private boolean closersOnly(int start, int end) {
        for (int at = start; at < end; at++) {
            if ("]},:".indexOf(source.at(at)) < 0 && !Source.space(source.at(at))) {
                return false;
            }
        }
        return true;
    }
}
