package dev.alain.core.research;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether brackets and strings of Python text close: a cheap sign of a whole example. */
public final class PythonBrackets {
    private PythonBrackets() {}

    public static boolean balanced(String code) {
        Deque<Character> open = new ArrayDeque<>();
        int i = 0;
        while (i < code.length()) {
            char c = code.charAt(i);
            if (c == '#') {
                int end = code.indexOf('\n', i);
                i = end < 0 ? code.length() : end;
            } else if (c == '"' || c == '\'') {
                i = endOfString(code, i, c);
                if (i < 0) {
                    return false;
                }
            } else if ("([{".indexOf(c) >= 0) {
                open.push(c);
            } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || "([{".indexOf(open.pop()) != ")]}".indexOf(c))) {
                return false;
            }
            i++;
        }
        return open.isEmpty();
    }

    /** The index of the last character of a string; -1 when it does not end. */
    private static int endOfString(String code, int start, char quote) {
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = code.startsWith(triple, start);
        int i = start + (isTriple ? 3 : 1);
        while (i < code.length()) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (isTriple && code.startsWith(triple, i)) {
                return i + 2;
            } else if (!isTriple && c == quote) {
                return i;
            } else if (!isTriple && c == '\n') {
                return -1;
            }
            i++;
        }
        return -1;
    }
}
