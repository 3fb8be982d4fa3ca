package dev.alain.validators.trace;

import java.util.List;

/**
 * The code of a function that the notebook defines.
 *
 * @param parameters in order, without defaults
 */
record Body(List<String> parameters, String code) {
    /** Longer functions are not read again for their calls. */
    static final int MOST = 4000;

    private static final List<String> RUNNERS =
            List.of("system", "subprocess", "popen", "exec", "eval", "rmtree", "getattr", "__import__");

    Body {
        parameters = List.copyOf(parameters);
    }

    /** Whether it may run a text that it is given. */
    boolean mayRun() {
        return RUNNERS.stream().anyMatch(code::contains);
    }

    /** The block below a line that ends before {@code start}; empty when it is too long. */
    static String block(String source, int start, int column) {
        int end = start;
        while (end < source.length() && end - start <= MOST) {
            int lineEnd = source.indexOf('\n', end);
            lineEnd = lineEnd < 0 ? source.length() : lineEnd;
            int first = end;
            while (first < lineEnd && Character.isWhitespace(source.charAt(first))) {
                first++;
            }
            boolean below = first < lineEnd && first - end <= column && end > start;
            if (below) {
                break;
            }
            end = Math.min(source.length(), lineEnd + 1);
        }
        return end - start <= MOST ? source.substring(start, end) : "";
    }
}
