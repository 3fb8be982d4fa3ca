package dev.alain.validation;

import dev.alain.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;

/** Finds headings that start with number signs, outside fenced code. */
final class Headings {
    private Headings() {}

    static List<Heading> of(Notebook notebook) {
        List<Heading> found = new ArrayList<>();
        notebook.markdown().forEach(cell -> collect(cell.id(), cell.source(), found));
        return List.copyOf(found);
    }

    private static void collect(String cellId, String source, List<Heading> found) {
        String fence = "";
        int number = 0;
        for (String line : source.split("\n", -1)) {
            number++;
            String text = line.strip();
            if (!fence.isEmpty()) {
                fence = text.startsWith(fence) ? "" : fence;
            } else if (text.startsWith("```") || text.startsWith("~~~")) {
                fence = text.substring(0, 3);
            } else if (line.startsWith("#")) {
                add(cellId, number, text, found);
            }
        }
    }

    private static void add(String cellId, int number, String text, List<Heading> found) {
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        if (level <= 6 && level < text.length() && text.charAt(level) == ' ') {
            found.add(new Heading(cellId, number, level, text.substring(level).strip()));
        }
    }
}
