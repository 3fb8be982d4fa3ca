package dev.alain.validators.report;

/**
 * A place in a file.
 *
 * @param offset in bytes from 0
 * @param line from 1
 * @param column in code points from 1
 */
record FilePlace(int offset, int line, int column) {
    /** A place in the same line that is some bytes further, all of them ASCII. */
    FilePlace plus(int ascii) {
        return new FilePlace(offset + ascii, line, column + ascii);
    }
}
