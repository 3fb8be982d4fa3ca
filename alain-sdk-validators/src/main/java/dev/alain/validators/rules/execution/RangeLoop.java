package dev.alain.validators.rules.execution;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop over a constant range.
 *
 * @param line of its head
 * @param lastLine of its body
 */
record RangeLoop(int line, int lastLine, double rounds) {
    private static final int LONGEST_HEAD = 80;
    private static final int MOST_LOOPS = 20;

    /** The loops of a cell outside functions, the first twenty. */
    static List<RangeLoop> of(CellAnalysis cell, String source) {
        List<String> lines = source.lines().toList();
        List<RangeLoop> loops = new ArrayList<>();
        for (Construct construct : cell.constructs()) {
            boolean runs = construct.kind() == Construct.Kind.LOOP
                    && construct.context().surelyRuns();
            if (runs && loops.size() < MOST_LOOPS) {
                int line = construct.place().line();
                rounds(construct.text().strip())
                        .ifPresent(rounds -> loops.add(new RangeLoop(line, end(lines, line), rounds)));
            }
        }
        return loops;
    }

    boolean holds(int inner) {
        return inner > line && inner <= lastLine;
    }

    /** The body ends before the next line that is indented no deeper than the head. */
    private static int end(List<String> lines, int head) {
        int indent = head <= lines.size() ? indent(lines.get(head - 1)) : 0;
        int line = head;
        while (line < lines.size() && (lines.get(line).isBlank() || indent(lines.get(line)) > indent)) {
            line++;
        }
        return line;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }

    private static Optional<Double> rounds(String text) {
        int open = text.indexOf("range(");
        boolean plain = open == 0 || open > 0 && (text.startsWith("tqdm(") || text.startsWith("trange("));
        int close = plain ? text.indexOf(')', open) : -1;
        if (close < 0 || text.length() > LONGEST_HEAD) {
            return Optional.empty();
        }
        String[] parts = text.substring(open + "range(".length(), close).split(",", -1);
        Optional<Double> first = Numbers.parse(parts[0]);
        if (parts.length == 1) {
            return first.filter(rounds -> rounds >= 0);
        }
        Optional<Double> last = parts.length == 2 ? Numbers.parse(parts[1]) : Optional.empty();
        return first.isEmpty() || last.isEmpty()
                ? Optional.empty()
                : Optional.of(last.get() - first.get()).filter(rounds -> rounds >= 0);
    }
}
