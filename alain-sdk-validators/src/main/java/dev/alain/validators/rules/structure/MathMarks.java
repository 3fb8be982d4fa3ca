package dev.alain.validators.rules.structure;

/**
 * How often marks of formulas stand in a markdown text, code left out.
 *
 * @param dollars pairs of dollar signs, longer runs left out
 * @param opened {@code \(} with one or two backslashes
 * @param closed {@code \)} with one or two backslashes
 */
record MathMarks(int dollars, int opened, int closed) {
    static MathMarks of(String source) {
        String text = withoutCode(source);
        int dollars = 0;
        int opened = 0;
        int closed = 0;
        boolean commands = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                int end = run(text, i, '\\');
                char next = end < text.length() ? text.charAt(end) : ' ';
                boolean single = end - i <= 2;
                opened += single && next == '(' ? 1 : 0;
                closed += single && next == ')' ? 1 : 0;
                commands |= Character.isLetter(next);
                // An escaped dollar sign is a dollar sign.
                i = end + ((end - i) % 2 == 1 ? 1 : 0);
            } else if (c == '$') {
                int end = run(text, i, '$');
                // Four are an empty formula or the end of one and the start of the next.
                dollars += end - i == 2 ? 1 : end - i == 4 ? 2 : 0;
                i = end;
            } else {
                i++;
            }
        }
        // A bracket can be escaped without any formula; without commands there is none.
        return new MathMarks(dollars, commands ? opened : 0, commands ? closed : 0);
    }

    private static int run(String text, int from, char c) {
        int end = from;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        return end;
    }

    private static String withoutCode(String source) {
        StringBuilder text = new StringBuilder();
        String fence = "";
        for (String line : source.split("\n", -1)) {
            String start = line.stripLeading();
            if (!fence.isEmpty()) {
                fence = start.startsWith(fence) ? "" : fence;
            } else if (start.startsWith("```") || start.startsWith("~~~")) {
                fence = start.substring(0, 3);
            } else {
                spans(line, text);
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Code spans go from a run of backticks to the next run of the same length. */
    private static void spans(String line, StringBuilder text) {
        int i = 0;
        while (i < line.length()) {
            if (line.charAt(i) != '`') {
                text.append(line.charAt(i++));
                continue;
            }
            int end = run(line, i, '`');
            int close = closing(line, end, end - i);
            i = close < 0 ? end : close;
        }
    }

    /** The index after the closing run; negative when there is none. */
    private static int closing(String line, int from, int length) {
        int i = line.indexOf('`', from);
        while (i >= 0) {
            int end = run(line, i, '`');
            if (end - i == length) {
                return end;
            }
            i = line.indexOf('`', end);
        }
        return -1;
    }
}
