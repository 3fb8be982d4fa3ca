package dev.alain.core.assemble;

import dev.alain.lesson.SectionCell;
import dev.alain.notebook.Cell;
import java.util.List;

/**
 * Figures that follow from the cells alone.
 *
 * @param markdownShare of the number of cells
 * @param readingMinutes 200 words of prose or 25 lines of code a minute
 */
public record NotebookMetrics(int cells, int words, int tokens, double markdownShare, int readingMinutes) {
    /** Counts cells. */
    public static NotebookMetrics of(List<Cell> cells) {
        long markdown =
                cells.stream().filter(cell -> cell.type().equals("markdown")).count();
        int words = cells.stream()
                .filter(cell -> cell.type().equals("markdown"))
                .mapToInt(cell -> words(cell.source()))
                .sum();
        int lines = cells.stream()
                .filter(cell -> cell.type().equals("code"))
                .mapToInt(cell -> lines(cell.source()))
                .sum();
        int tokens = cells.stream().mapToInt(cell -> cell.source().length()).sum() / 4;
        double share = cells.isEmpty() ? 0 : Math.round(1000.0 * markdown / cells.size()) / 1000.0;
        return new NotebookMetrics(cells.size(), words, tokens, share, minutes(words, lines));
    }

    static int minutes(List<SectionCell> cells) {
        int words = cells.stream()
                .filter(cell -> !cell.isCode())
                .mapToInt(cell -> words(cell.source()))
                .sum();
        int lines = cells.stream()
                .filter(SectionCell::isCode)
                .mapToInt(cell -> lines(cell.source()))
                .sum();
        return minutes(words, lines);
    }

    private static int minutes(int words, int lines) {
        return Math.max(2, (int) Math.ceil(words / 200.0 + lines / 25.0));
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = !isSpace(text.charAt(i));
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static int lines(String text) {
        return (int) text.lines().filter(line -> !line.isBlank()).count();
    }
}
