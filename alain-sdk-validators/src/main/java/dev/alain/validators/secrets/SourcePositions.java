package dev.alain.validators.secrets;

import dev.alain.code.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines and columns of a cell's text; not thread-safe. */
public final class SourcePositions {
    private final String text;
    private final List<Integer> lines = new ArrayList<>(List.of(0));
    private int lastOffset;
    private int lastColumn = 1;

    /** Of a text whose lines end with a line feed. */
    public SourcePositions(String text) {
        this.text = text;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines.add(i + 1);
        }
    }

    /** The place between two offsets. */
    public Place place(int start, int end) {
        return new Place(line(start), column(start), line(end), column(end));
    }

    /** What stands at a place. */
    public String text(Place place) {
        int start = offset(place.line(), place.column());
        return text.substring(start, Math.max(start, offset(place.endLine(), place.endColumn())));
    }

    private int offset(int line, int column) {
        int start = lines.get(Math.max(0, Math.min(line, lines.size()) - 1));
        int points = Math.min(Math.max(0, column - 1), text.codePointCount(start, text.length()));
        return text.offsetByCodePoints(start, points);
    }

    private int line(int offset) {
        int found = Collections.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Counts on from the offset before, so that many places on one long line cost no more than the line. */
    private int column(int offset) {
        int start = lines.get(line(offset) - 1);
        boolean further = lastOffset >= start && lastOffset <= offset;
        lastColumn = (further ? lastColumn : 1) + text.codePointCount(further ? lastOffset : start, offset);
        lastOffset = offset;
        return lastColumn;
    }
}
