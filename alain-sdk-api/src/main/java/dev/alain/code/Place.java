package dev.alain.code;

/**
 * A range of a cell's own text, as it stands in the notebook.
 *
 * @param line first line, from 1
 * @param column first column, in code points from 1
 * @param endLine last line, inclusive
 * @param endColumn column after the last one
 */
public record Place(int line, int column, int endLine, int endColumn) {
    /** A place of one line. */
    public static Place onLine(int line, int column, int length) {
        return new Place(line, column, line, column + length);
    }
}
