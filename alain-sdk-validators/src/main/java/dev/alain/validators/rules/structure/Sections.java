package dev.alain.validators.rules.structure;

import dev.alain.code.Place;
import dev.alain.notebook.Cell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.NotebookView;
import dev.alain.validators.markdown.Prose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Every heading of a notebook: number signs, underlines and HTML.
 *
 * <p>Headings in quotes and lists are left out, and so is a long paragraph that a line of dashes makes a heading by
 * accident.
 *
 * @param titles in order
 */
record Sections(List<Title> titles) {
    private static final int LONGEST_UNDERLINED = 80;
    private static final int LONGEST_HTML = 1000;

    Sections {
        titles = List.copyOf(titles);
    }

    /**
     * A heading.
     *
     * @param cell index of its cell
     * @param line first line in the cell, from 1
     * @param lastLine last line, the underline included
     * @param column of its first number sign; 0 when it has none
     * @param level 1 to 6
     */
    record Title(String cellId, int cell, int line, int lastLine, int column, int level, String text) {
        /** Whether number signs make it, so that its level can be changed in place. */
        boolean marked() {
            return column > 0;
        }
    }

    /** The headings of a notebook, found once for all rules. */
    static Sections of(NotebookView view) {
        return view.derived(Sections.class, Sections::read);
    }

    /** Ids of the cells from a heading that speaks of exercises to the next one of its level. */
    Set<String> exercises(NotebookView view) {
        Set<String> found = new HashSet<>();
        List<Cell> cells = view.cells();
        int inside = 0;
        int next = 0;
        for (int i = 0; i < cells.size(); i++) {
            for (; next < titles.size() && titles.get(next).cell() == i; next++) {
                Title title = titles.get(next);
                boolean exercise = Phrases.EXERCISE.in(title.text()).isPresent();
                if (inside == 0 || title.level() <= inside) {
                    inside = exercise ? title.level() : 0;
                }
                if (exercise) {
                    found.add(cells.get(i).id());
                }
            }
            if (inside > 0) {
                found.add(cells.get(i).id());
            }
        }
        return found;
    }

    private static Sections read(NotebookView view) {
        Map<String, Integer> indexes = new HashMap<>();
        Map<String, String[]> lines = new HashMap<>();
        List<Cell> cells = view.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof MarkdownCell) {
                indexes.put(cells.get(i).id(), i);
                lines.put(cells.get(i).id(), cells.get(i).source().split("\n", -1));
            }
        }
        Prose prose = Prose.of(view);
        List<Title> titles = new ArrayList<>();
        for (Prose.Paragraph paragraph : prose.paragraphs()) {
            if (paragraph.kind().equals("heading")) {
                markdown(paragraph, indexes, lines, titles);
            }
        }
        for (Prose.Html html : prose.html()) {
            html(html, indexes.getOrDefault(html.cellId(), 0), titles);
        }
        titles.sort(Comparator.comparingInt(Title::cell).thenComparingInt(Title::line));
        return new Sections(titles);
    }

    private static void markdown(
            Prose.Paragraph heading, Map<String, Integer> indexes, Map<String, String[]> lines, List<Title> titles) {
        Place place = heading.place();
        String[] text = lines.getOrDefault(heading.cellId(), new String[0]);
        if (place.line() > text.length || place.endLine() > text.length) {
            return;
        }
        String first = text[place.line() - 1];
        int indent = 0;
        while (indent < first.length() && first.charAt(indent) == ' ') {
            indent++;
        }
        int level = 0;
        while (indent + level < first.length() && first.charAt(indent + level) == '#') {
            level++;
        }
        int cell = indexes.getOrDefault(heading.cellId(), 0);
        String words = heading.text().strip();
        if (level > 0 && level <= 6 && place.line() == place.endLine()) {
            titles.add(new Title(heading.cellId(), cell, place.line(), place.line(), indent + 1, level, words));
        } else if (place.endLine() == place.line() + 1 && words.length() <= LONGEST_UNDERLINED) {
            String underline = text[place.endLine() - 1].strip();
            boolean plain = indent < first.length() && ">-*+".indexOf(first.charAt(indent)) < 0;
            int underlined = underline.startsWith("=") ? 1 : underline.startsWith("-") ? 2 : 0;
            if (plain && underlined > 0) {
                titles.add(new Title(heading.cellId(), cell, place.line(), place.endLine(), 0, underlined, words));
            }
        }
    }

    /** Opening tags {@code <h1>} to {@code <h6>} outside HTML comments. */
    private static void html(Prose.Html html, int cell, List<Title> titles) {
        String text = html.text();
        String lower = text.toLowerCase(Locale.ROOT);
        int line = html.place().line();
        int counted = 0;
        int i = lower.indexOf('<');
        while (i >= 0) {
            if (lower.startsWith("<!--", i)) {
                int end = lower.indexOf("-->", i);
                i = end < 0 ? lower.length() : end;
            } else if (isHeading(lower, i)) {
                line += (int) text.substring(counted, i)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                counted = i;
                int level = lower.charAt(i + 2) - '0';
                titles.add(new Title(html.cellId(), cell, line, line, 0, level, content(text, lower, i)));
            }
            i = lower.indexOf('<', i + 1);
        }
    }

    private static boolean isHeading(String lower, int at) {
        return at + 3 < lower.length()
                && lower.charAt(at + 1) == 'h'
                && lower.charAt(at + 2) >= '1'
                && lower.charAt(at + 2) <= '6'
                && !Character.isLetterOrDigit(lower.charAt(at + 3));
    }

    private static String content(String text, String lower, int at) {
        String near = lower.substring(at, Math.min(lower.length(), at + LONGEST_HTML));
        int start = near.indexOf('>');
        int end = start < 0 ? -1 : near.indexOf("</h", start);
        return end < 0
                ? ""
                : Words.withoutTags(text.substring(at + start + 1, at + end)).strip();
    }
}
