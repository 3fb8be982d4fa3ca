package dev.alain.validators.rules.structure;

import dev.alain.validators.rules.PythonText;
import java.util.List;

/** Texts whose line ends were written as a backslash and the letter n. */
final class EscapedLines {
    /** Commands of LaTeX that start with the letter n. */
    private static final List<String> LATEX = List.of(
            "nu",
            "nabla",
            "neq",
            "ne",
            "neg",
            "newline",
            "newcommand",
            "ni",
            "nmid",
            "not",
            "notin",
            "nolimits",
            "nonumber",
            "nparallel",
            "nsubseteq",
            "natural",
            "nearrow",
            "nwarrow",
            "nleq",
            "ngeq",
            "nless",
            "ngtr",
            "norm",
            "nexists");

    private EscapedLines() {}

    /** How many escapes stand in one line of code outside its text literals; 0 for a cell of several lines. */
    static int inCode(String source) {
        if (!isOneLine(source)) {
            return 0;
        }
        PythonText python = PythonText.of(source);
        // In a comment a word about line ends is allowed; a cell that is nothing but a comment with many is not.
        return count(source, python);
    }

    /** How many escapes stand in one line of prose; 0 for a cell of several lines, or when no new line would matter. */
    static int inProse(String source) {
        boolean blocks = source.contains("\\n\\n")
                || source.contains("\\n- ")
                || source.contains("\\n#")
                || source.contains("\\n1. ");
        return isOneLine(source) && blocks ? count(source, null) : 0;
    }

    private static boolean isOneLine(String source) {
        return source.strip().indexOf('\n') < 0 && source.contains("\\n");
    }

    private static int count(String source, @org.jspecify.annotations.Nullable PythonText python) {
        int count = 0;
        int i = 0;
        while (i < source.length()) {
            if (source.charAt(i) != '\\') {
                i++;
                continue;
            }
            boolean inText = python != null && python.isString(i);
            count += !inText && source.startsWith("n", i + 1) && !isLatex(source, i + 1) ? 1 : 0;
            i += 2;
        }
        return count;
    }

    private static boolean isLatex(String source, int at) {
        int end = at;
        while (end < source.length() && Character.isLetter(source.charAt(end))) {
            end++;
        }
        return LATEX.contains(source.substring(at, Math.min(end, at + 12)));
    }

    /** The text with its escapes read as JSON reads them. */
    static String decoded(String source) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            char next = i + 1 < source.length() ? source.charAt(i + 1) : ' ';
            if (c != '\\' || "ntr\"\\/".indexOf(next) < 0 || next == 'n' && isLatex(source, i + 1)) {
                text.append(c);
                i++;
                continue;
            }
            switch (next) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> {}
                default -> text.append(next);
            }
            i += 2;
        }
        return text.toString().stripTrailing();
    }
}
