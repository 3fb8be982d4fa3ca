package dev.alain.validators.python;

import org.jspecify.annotations.Nullable;

/**
 * {@code name?} or {@code name??}: IPython's way to ask what a name is.
 *
 * @param target what is asked for
 * @param magic {@code pinfo}, {@code pinfo2} or {@code psearch}
 */
record HelpRequest(String target, String magic) {
    /** Whether a line asks what a cell magic is. */
    static boolean ofMagic(String line) {
        int at = 2;
        while (at < line.length() && wordCharacter(line.charAt(at))) {
            at++;
        }
        return at > 2 && at < line.length() && line.charAt(at) == '?';
    }

    /** The request at a line's end; null when the line is none. */
    static @Nullable HelpRequest atEnd(String line) {
        int end = line.length();
        int marks = 0;
        while (end > 0 && line.charAt(end - 1) == '?') {
            end--;
            marks++;
        }
        int start = start(line, end);
        if (marks == 0 || marks > 2 || start < 0) {
            return null;
        }
        String target = line.substring(start, end);
        return of(target, marks == 2);
    }

    static HelpRequest of(String target, boolean detailed) {
        return new HelpRequest(target, detailed ? "pinfo2" : target.indexOf('*') >= 0 ? "psearch" : "pinfo");
    }

    /** Where the longest name before a position starts; -1 when none does. */
    private static int start(String line, int end) {
        int found = -1;
        int at = end;
        while (true) {
            int bracket = index(line, at);
            int word = wordStart(line, bracket);
            if (word < 0) {
                return found;
            }
            found = word;
            if (word == 0 || line.charAt(word - 1) != '.') {
                return percent(line, found);
            }
            at = word - 1;
        }
    }

    private static int percent(String line, int word) {
        int at = word;
        while (at > 0 && word - at < 2 && line.charAt(at - 1) == '%') {
            at--;
        }
        return at;
    }

    /** The position before {@code [12]}, or the same. */
    private static int index(String line, int end) {
        if (end < 3 || line.charAt(end - 1) != ']') {
            return end;
        }
        int at = end - 2;
        while (at > 0 && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at--;
        }
        boolean digits = at < end - 2;
        if (digits && at > 0 && line.charAt(at) == '-') {
            at--;
        }
        return digits && line.charAt(at) == '[' ? at : end;
    }

    private static int wordStart(String line, int end) {
        int at = end;
        while (at > 0 && (wordCharacter(line.charAt(at - 1)) || line.charAt(at - 1) == '*')) {
            at--;
        }
        while (at < end && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return at == end ? -1 : at;
    }

    private static boolean wordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }
}
