package dev.alain.validators.rules.accessibility;

import dev.alain.notebook.Cell;
import dev.alain.validators.markdown.Prose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A paragraph that looks like a heading and is none.
 *
 * @param number its line in the cell
 * @param width of the line in code points
 * @param text without the bold marks
 * @param shouted whether capitals, not bold marks, make it one
 */
record HeadingLine(int number, int width, String text, boolean shouted) {
    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 10;
    private static final int FEWEST_CAPITALS = 6;
    /** A lead-in, a sentence or a label is no heading. */
    private static final String ENDS_OF_TEXT = ".:!,;…)：。！？，；）";

    private static final Set<String> PARTS = Set.of(
            "step", "part", "section", "chapter", "phase", "stage", "exercise", "example", "lesson", "task", "option");
    private static final Set<String> LABELS =
            Set.of("note", "notes", "warning", "tip", "tips", "hint", "important", "caution", "example", "examples");

    /**
     * What a paragraph is as a heading.
     *
     * @param lines of the paragraph's cell
     * @param next the cell after it
     */
    static Optional<HeadingLine> of(Prose.Paragraph paragraph, List<String> lines, Optional<Cell> next) {
        if (paragraph.place().line() != paragraph.place().endLine() || !fits(paragraph)) {
            return Optional.empty();
        }
        int number = paragraph.place().line();
        String line = number <= lines.size() ? lines.get(number - 1) : "";
        String text = unmarked(line.strip(), paragraph.strong());
        boolean shouted = !paragraph.strong() && isShouted(paragraph.text());
        if (text.isEmpty() || !paragraph.strong() && !shouted || !opensSection(lines, number, next)) {
            return Optional.empty();
        }
        return Optional.of(new HeadingLine(number, line.codePointCount(0, line.length()), text, shouted));
    }

    private static boolean fits(Prose.Paragraph paragraph) {
        String text = paragraph.text().strip();
        return !text.isEmpty()
                && text.length() <= LONGEST
                && paragraph.words() > 0
                && paragraph.words() <= MOST_WORDS
                && ENDS_OF_TEXT.indexOf(text.charAt(text.length() - 1)) < 0
                && (!text.contains(": ") || isNumbered(text))
                && !LABELS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** {@code Step 2: install} is a heading, {@code Note: install first} is not. */
    private static boolean isNumbered(String text) {
        String first = text.toLowerCase(Locale.ROOT).split("[ :]", 2)[0];
        return PARTS.contains(first);
    }

    /** The text between bold marks; empty when there is more to the line, such as a quote mark or a link. */
    private static String unmarked(String line, boolean strong) {
        if (!strong) {
            return line;
        }
        String mark = line.startsWith("**") ? "**" : "__";
        if (!line.startsWith(mark) || !line.endsWith(mark) || line.length() < 5) {
            return "";
        }
        String text = line.substring(2, line.length() - 2);
        return text.contains(mark) || text.contains("[") || text.contains("<") ? "" : text.strip();
    }

    private static boolean isShouted(String text) {
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean caseless = Character.isLetter(c) && !Character.isUpperCase(c);
            if (caseless || "_=`/\\|<>{}$[]".indexOf(c) >= 0) {
                return false;
            }
            capitals += Character.isUpperCase(c) ? 1 : 0;
        }
        return capitals >= FEWEST_CAPITALS
                && text.strip().indexOf(' ') > 0
                && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Whether text or code follows, and no heading stands right above, as over a subtitle. */
    private static boolean opensSection(List<String> lines, int number, Optional<Cell> next) {
        int above = number - 2;
        while (above >= 0 && lines.get(above).isBlank()) {
            above--;
        }
        if (above >= 0 && isHeading(lines.get(above))) {
            return false;
        }
        int below = number;
        while (below < lines.size() && lines.get(below).isBlank()) {
            below++;
        }
        if (below < lines.size()) {
            return !isHeading(lines.get(below));
        }
        String follows = next.map(Cell::source).orElse("").strip();
        boolean code = next.filter(cell -> cell.type().equals("code")).isPresent();
        return !follows.isEmpty()
                && (code || !isHeading(follows.lines().findFirst().orElse("")));
    }

    private static boolean isHeading(String line) {
        String text = line.strip();
        return text.startsWith("#") || text.startsWith("**") && text.endsWith("**") || isRule(text);
    }

    private static boolean isRule(String text) {
        return text.length() >= 3
                && (text.chars().allMatch(c -> c == '-') || text.chars().allMatch(c -> c == '='));
    }
}
