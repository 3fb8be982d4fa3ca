package dev.alain.validators.rules.structure;

import dev.alain.validators.rules.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lines of three backticks in a code cell, outside its text literals and comments.
 *
 * @param fences how many such lines there are
 * @param line of the first one, from 1
 * @param only the code between the only two; empty when there are not just two, or not Python between them
 * @param isWhole whether nothing stands before and after them
 */
record FencedCode(int fences, int line, Optional<String> only, boolean isWhole) {
    private static final Set<String> PYTHON = Set.of("", "python", "py", "python3", "ipython", "ipython3", "code");
    private static final FencedCode NONE = new FencedCode(0, 0, Optional.empty(), false);

    static FencedCode of(String source) {
        if (!source.contains("```") && !source.contains("~~~")) {
            return NONE;
        }
        String[] lines = source.split("\n", -1);
        List<Integer> fences = fences(source, lines);
        if (fences.isEmpty()) {
            return NONE;
        }
        int first = fences.get(0);
        boolean two = fences.size() == 2
                && isFence(lines[first])
                && lines[fences.get(1)].strip().length() == 3;
        if (!two || !PYTHON.contains(language(lines[first]))) {
            return new FencedCode(fences.size(), first + 1, Optional.empty(), false);
        }
        int second = fences.get(1);
        boolean whole = isBlank(lines, 0, first) && isBlank(lines, second + 1, lines.length);
        String code = String.join("\n", List.of(lines).subList(first + 1, second));
        return new FencedCode(2, first + 1, Optional.of(code), whole);
    }

    private static List<Integer> fences(String source, String[] lines) {
        List<Integer> fences = new ArrayList<>();
        PythonText python = PythonText.of(source);
        int start = 0;
        for (int i = 0; i < lines.length; i++) {
            if (isFence(lines[i]) && python.isCode(start + indent(lines[i]))) {
                fences.add(i);
            }
            start += lines[i].length() + 1;
        }
        return fences;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean isFence(String line) {
        String text = line.strip();
        boolean marks = text.startsWith("```") || text.startsWith("~~~");
        return marks && text.substring(3).chars().allMatch(Character::isLetterOrDigit);
    }

    private static String language(String line) {
        return line.strip().substring(3).toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isBlank(String[] lines, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!lines[i].isBlank()) {
                return false;
            }
        }
        return true;
    }
}
