package com.oracle.graal.python.pegparser.tokenizer;

import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/**
 * A piece of a text as code points.
 *
 * <p>Takes the place of GraalPy's class of this name, whose builder copies all it has at every piece that is added.
 */
@NullMarked
public final class CodePoints {
    /** No code points. */
    public static final CodePoints EMPTY = new CodePoints(new int[0], 0, 0);

    private final int[] buffer;
    private final int offset;
    private final int length;

    private CodePoints(int[] buffer, int offset, int length) {
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    /** A view of a part of an array. */
    public static CodePoints fromBuffer(int[] buffer, int offset, int length) {
        return length == 0 ? EMPTY : new CodePoints(buffer, offset, length);
    }

    /** The code points of a string. */
    public static CodePoints fromJavaString(String text) {
        int[] points = text.codePoints().toArray();
        return fromBuffer(points, 0, points.length);
    }

    /** The array that holds the code points, and others; not a copy. */
    public int[] getBuffer() {
        return buffer;
    }

    /** Where in the array they start. */
    public int getOffset() {
        return offset;
    }

    /** How many there are. */
    public int getLength() {
        return length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The string of them. */
    public String toJavaString() {
        return new String(buffer, offset, length);
    }

    /** Whether a code point is among them. */
    public boolean contains(int codePoint) {
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] == codePoint) {
                return true;
            }
        }
        return false;
    }

    /** The code point at an index, from 0. */
    public int get(int index) {
        return buffer[offset + index];
    }

    /** The first so many of them. */
    public CodePoints withLength(int first) {
        return first == length ? this : new CodePoints(buffer, offset, first);
    }

    /** Puts pieces together; its array doubles when it is full. */
    public static final class Builder {
        private int[] buffer;
        private int length;

        /** An empty one with room for so many code points. */
        public Builder(int capacity) {
            buffer = new int[capacity];
        }

        /** Adds one. */
        public void appendCodePoint(int codePoint) {
            ensureCanAppend(1);
            buffer[length++] = codePoint;
        }

        /** Adds a part of an array. */
        public void appendCodePoints(int[] points, int offset, int count) {
            ensureCanAppend(count);
            System.arraycopy(points, offset, buffer, length, count);
            length += count;
        }

        /** Adds a piece. */
        public void appendCodePoints(CodePoints points) {
            appendCodePoints(points.buffer, points.offset, points.length);
        }

        /** What was added. */
        public CodePoints build() {
            return fromBuffer(buffer, 0, length);
        }

        private void ensureCanAppend(int count) {
            if (length + count > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(length + count, buffer.length * 2));
            }
        }
    }
}
