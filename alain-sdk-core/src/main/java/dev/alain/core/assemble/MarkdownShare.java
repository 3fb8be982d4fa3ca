package dev.alain.core.assemble;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import java.util.ArrayList;
import java.util.List;

/** Keeps the share of markdown cells between 0.40 and 0.70 by splitting or joining code, never by padding. */
final class MarkdownShare {
    private static final double LEAST = 0.40;
    private static final double MOST = 0.70;
    private static final int MOST_IN_A_ROW = 3;
    private static final List<String> CONTINUATIONS = List.of("else", "elif", "except", "finally");

    private MarkdownShare() {}

    static List<Cell> balanced(List<Cell> cells) {
        List<Cell> balanced = new ArrayList<>(cells);
        boolean changed = true;
        while (changed && share(balanced) > MOST - 0.02) {
            changed = splitLongestCode(balanced);
        }
        changed = true;
        while (changed && share(balanced) < LEAST + 0.02) {
            changed = joinNeighbouringCode(balanced);
        }
        return balanced;
    }

    /** The balanced cells and the one that was added to the draft after them. */
    static List<Cell> withLast(List<Cell> balanced, List<Cell> draft) {
        List<Cell> all = new ArrayList<>(balanced);
        all.add(draft.get(draft.size() - 1));
        return List.copyOf(all);
    }

    private static double share(List<Cell> cells) {
        return (double) cells.stream()
                        .filter(cell -> cell.type().equals("markdown"))
                        .count()
                / cells.size();
    }

    private static boolean splitLongestCode(List<Cell> cells) {
        int best = -1;
        for (int i = 0; i < cells.size(); i++) {
            boolean step = cells.get(i) instanceof CodeCell && cells.get(i).id().startsWith("s");
            boolean longer = best < 0
                    || cells.get(i).source().length() > cells.get(best).source().length();
            if (step && longer && hasRoom(cells, i) && splitAt(cells.get(i).source()) > 0) {
                best = i;
            }
        }
        if (best < 0) {
            return false;
        }
        Cell cell = cells.get(best);
        int at = splitAt(cell.source());
        cells.set(best, cell.withSource(cell.source().substring(0, at).strip()));
        cells.add(
                best + 1,
                CodeCell.of(
                        freeId(cells, cell.id()), cell.source().substring(at).strip()));
        return true;
    }

    private static String freeId(List<Cell> cells, String id) {
        String free = id + "b";
        return cells.stream().anyMatch(cell -> cell.id().equals(free)) ? freeId(cells, free) : free;
    }

    /** Whether one more code cell here would still leave at most three in a row. */
    private static boolean hasRoom(List<Cell> cells, int at) {
        int first = at;
        int last = at;
        while (first > 0 && cells.get(first - 1) instanceof CodeCell) {
            first--;
        }
        while (last + 1 < cells.size() && cells.get(last + 1) instanceof CodeCell) {
            last++;
        }
        return last - first + 2 <= MOST_IN_A_ROW;
    }

    /** The paragraph border nearest to the middle at which a new top-level statement starts; 0 when there is none. */
    private static int splitAt(String source) {
        int best = 0;
        int middle = source.length() / 2;
        int at = source.indexOf("\n\n");
        while (at >= 0) {
            int next = at;
            while (next < source.length() && source.charAt(next) == '\n') {
                next++;
            }
            boolean top = next < source.length() && " )]}#'\"".indexOf(source.charAt(next)) < 0;
            int start = next;
            boolean whole = isWhole(source.substring(0, at))
                    && CONTINUATIONS.stream().noneMatch(word -> source.startsWith(word, start));
            if (top && whole && Math.abs(next - middle) < Math.abs(best - middle)) {
                best = next;
            }
            at = source.indexOf("\n\n", next);
        }
        return best;
    }

    /** Whether no long string is open at the end of a text. */
    private static boolean isWhole(String text) {
        return text.split("'''", -1).length % 2 == 1 && text.split("\"\"\"", -1).length % 2 == 1;
    }

    private static boolean joinNeighbouringCode(List<Cell> cells) {
        for (int i = 0; i + 1 < cells.size(); i++) {
            boolean steps =
                    cells.get(i).id().startsWith("s") && cells.get(i + 1).id().startsWith("s");
            if (steps && cells.get(i) instanceof CodeCell first && cells.get(i + 1) instanceof CodeCell second) {
                cells.set(i, first.withSource(first.source() + "\n\n" + second.source()));
                cells.remove(i + 1);
                return true;
            }
        }
        return false;
    }
}
