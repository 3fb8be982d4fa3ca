package dev.alain.validators.python;

import dev.alain.code.Place;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.Arrays;

/** Where a place of the transformed cell stands in the cell's own text; lines are the same in both. */
final class PositionMap {
    private static final int NEVER = Integer.MAX_VALUE;

    private final String code;
    private final int[] lineStarts;
    private final int[] removed;
    private final int[] replacedFrom;
    private final int[] lengths;
    private final boolean wide;

    /**
     * @param code the transformed text
     * @param removed code points that were removed at the start of each line
     * @param replacedFrom the column, from 0, where each line is no longer the cell's; negative for never
     * @param lengths code points of each line as it was
     */
    PositionMap(String code, int[] removed, int[] replacedFrom, int[] lengths) {
        this.code = code;
        this.removed = removed;
        this.replacedFrom = replacedFrom;
        this.lengths = lengths;
        this.lineStarts = lineStarts(code, removed.length);
        this.wide = code.codePointCount(0, code.length()) != code.length();
    }

    private static int[] lineStarts(String code, int lines) {
        int[] starts = new int[lines + 1];
        int line = 0;
        for (int at = code.indexOf('\n'); at >= 0 && line < lines; at = code.indexOf('\n', at + 1)) {
            starts[++line] = at + 1;
        }
        Arrays.fill(starts, line + 1, starts.length, code.length());
        return starts;
    }

    /** The place of an offset of the transformed text, nothing long. */
    Place at(int offset) {
        int found = Arrays.binarySearch(lineStarts, 0, removed.length, offset);
        int line = found >= 0 ? found : -found - 2;
        int column = code.codePointCount(lineStarts[line], offset) + removed[line];
        return Place.onLine(line + 1, column + 1, 0);
    }

    /** The place of a node. */
    Place place(SourceRange range) {
        int line = clampLine(range.startLine);
        int endLine = clampLine(range.endLine);
        int start = column(line, range.startColumn);
        int end = range.endColumn > from(endLine) ? lengths[endLine] : range.endColumn + removed[endLine];
        if (line == endLine && end < start) {
            end = start;
        }
        return new Place(line + 1, start + 1, endLine + 1, end + 1);
    }

    /** The line, from 1, and column, from 1, of a place that the parser names. */
    Place point(int line, int column) {
        int at = clampLine(line);
        int start = column(at, Math.max(0, column));
        return Place.onLine(at + 1, start + 1, 0);
    }

    private int column(int line, int column) {
        return Math.min(column, from(line)) + removed[line];
    }

    private int from(int line) {
        return replacedFrom[line] < 0 ? NEVER : replacedFrom[line];
    }

    private int clampLine(int line) {
        return Math.max(0, Math.min(line - 1, removed.length - 1));
    }

    /** Whether a node is none of the cell's own but stands for a magic or a shell line. */
    boolean replaced(SourceRange range) {
        int line = clampLine(range.startLine);
        return range.startColumn >= from(line);
    }

    /** The text of a node. */
    String text(SourceRange range) {
        int start = offset(range.startLine, range.startColumn);
        int end = offset(range.endLine, range.endColumn);
        return start <= end ? code.substring(start, end) : "";
    }

    /** The offset of a place of the transformed text. */
    int offset(int sourceLine, int column) {
        int line = clampLine(sourceLine);
        int start = lineStarts[line];
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : code.length();
        if (!wide) {
            return Math.min(start + column, code.length());
        }
        int points = code.codePointCount(start, end);
        return code.offsetByCodePoints(start, Math.max(0, Math.min(column, points)));
    }
}
