package dev.alain.core.repository;

/**
 * A word of Python source.
 *
 * @param text the name, the inside of the string, or the sign
 * @param line from 1
 */
record PythonToken(Kind kind, String text, int line) {
    enum Kind {
        /** A name, a keyword or a number. */
        WORD,
        /** A string that is written out; those with an f before them compute their text and are signs. */
        STRING,
        /** Any other character. */
        SIGN,
        /** The end of a statement's line. */
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isString() {
        return kind == Kind.STRING;
    }
}
