package dev.alain.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in the text of one cell that do not overlap. */
final class RangeEdits {
    private static final Comparator<Fix.ReplaceRange> BY_PLACE =
            Comparator.comparingInt(Fix.ReplaceRange::firstLine).thenComparingInt(Fix.ReplaceRange::firstColumn);

    private final List<Fix.ReplaceRange> edits = new ArrayList<>();

    boolean fits(Fix.ReplaceRange edit) {
        return edits.stream().allMatch(other -> isBefore(edit, other) || isBefore(other, edit));
    }

    private static boolean isBefore(Fix.ReplaceRange first, Fix.ReplaceRange second) {
        boolean sameLine = first.lastLine() == second.firstLine();
        boolean apart = sameLine ? first.lastColumn() <= second.firstColumn() : first.lastLine() < second.firstLine();
        return apart && !(BY_PLACE.compare(first, second) == 0);
    }

    void add(Fix.ReplaceRange edit) {
        edits.add(edit);
    }

    String applyTo(String text) {
        List<Integer> lines = lineStarts(text);
        StringBuilder changed = new StringBuilder();
        int done = 0;
        for (Fix.ReplaceRange edit : edits.stream().sorted(BY_PLACE).toList()) {
            int from = Math.max(done, offset(text, lines, edit.firstLine(), edit.firstColumn()));
            int to = Math.max(from, offset(text, lines, edit.lastLine(), edit.lastColumn()));
            changed.append(text, done, from).append(edit.text());
            done = to;
        }
        return changed.append(text, done, text.length()).toString();
    }

    private static List<Integer> lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts;
    }

    /** A line after the last one stands for the end of the text. */
    private static int offset(String text, List<Integer> lines, int line, int column) {
        if (line > lines.size()) {
            return text.length();
        }
        int start = lines.get(Math.max(0, line - 1));
        int end = line < lines.size() ? lines.get(line) : text.length();
        int points = Math.min(column - 1, text.codePointCount(start, end));
        return text.offsetByCodePoints(start, Math.max(0, points));
    }
}
