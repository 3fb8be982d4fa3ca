package dev.alain.validators.rules.accessibility;

import java.util.Arrays;

/** The text of a cell with its lines' starts. */
final class CellText {
    private final String source;
    private final int[] starts;

    CellText(String source) {
        this.source = source;
        int[] found = new int[(int) source.chars().filter(c -> c == '\n').count() + 1];
        int line = 0;
        for (int i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) {
            found[++line] = i + 1;
        }
        this.starts = found;
    }

    String source() {
        return source;
    }

    /** The index of a place given by line and column in code points from 1; the nearest one when there is none. */
    int offset(int line, int column) {
        if (line > starts.length) {
            return source.length();
        }
        int start = starts[Math.max(line, 1) - 1];
        int end = line < starts.length ? starts[line] : source.length();
        int points = Math.min(column - 1, source.codePointCount(start, end));
        return source.offsetByCodePoints(start, Math.max(points, 0));
    }

    /** The line, from 1, that an index is on. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
