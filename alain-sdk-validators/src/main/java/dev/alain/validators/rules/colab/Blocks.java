package dev.alain.validators.rules.colab;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.NotebookView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The block headers around each line of code: conditions, handlers, functions.
 *
 * <p>Read from indentation, because what a condition says is no part of the analysis. Text of several lines is skipped.
 */
public final class Blocks {
    private static final Set<String> OPENERS =
            Set.of("if", "elif", "else", "try", "except", "finally", "with", "for", "while", "def", "class", "async");
    private static final Set<String> FOLLOWERS = Set.of("elif", "else", "except", "finally");

    private static final Set<String> NO_CONDITIONS = Set.of("def", "class", "async", "for");

    private final Map<String, List<Line>> cells;

    private Blocks(Map<String, List<Line>> cells) {
        this.cells = cells;
    }

    /** A line; its parent is the index of the line it is indented under, or -1. */
    private record Line(String text, String opener, int indent, int parent) {
        boolean isHeader() {
            return OPENERS.contains(firstWord(text));
        }

        String shown() {
            return FOLLOWERS.contains(firstWord(text)) ? text + " " + opener : text;
        }
    }

    /** The blocks of a notebook, read once. */
    public static Blocks of(NotebookView view) {
        return view.derived(Blocks.class, Blocks::read);
    }

    private static Blocks read(NotebookView view) {
        Map<String, List<Line>> cells = new HashMap<>();
        for (CodeCell cell : view.code()) {
            cells.putIfAbsent(cell.id(), lines(cell.source()));
        }
        return new Blocks(cells);
    }

    private static List<Line> lines(String source) {
        List<Line> lines = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        LongText text = new LongText();
        for (String raw : source.split("\n", -1)) {
            String stripped = raw.strip();
            boolean code = !text.isOpen() && !stripped.isEmpty() && !stripped.startsWith("#");
            text.read(raw);
            if (code) {
                lines.add(line(lines, open, indent(raw), shortened(stripped)));
                open.push(lines.size() - 1);
            } else {
                // Belongs to whatever is open; never a parent itself.
                lines.add(new Line("", "", 0, open.isEmpty() ? -1 : open.peek()));
            }
        }
        return lines;
    }

    private static Line line(List<Line> lines, Deque<Integer> open, int indent, String text) {
        String opener = text;
        while (!open.isEmpty() && lines.get(open.peek()).indent() >= indent) {
            Line before = lines.get(open.pop());
            boolean follows = before.indent() == indent && FOLLOWERS.contains(firstWord(text));
            opener = follows ? before.opener() : opener;
        }
        return new Line(text, opener, indent, open.isEmpty() ? -1 : open.peek());
    }

    /** Enough of a line to see its condition, so that asking stays cheap. */
    private static String shortened(String line) {
        return line.length() <= 300 ? line : line.substring(0, 300);
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /**
     * The headers around a line, innermost first; {@code else} and its kin with the condition they belong to.
     *
     * <p>A header on the line itself counts: {@code if IN_COLAB: import google.colab}.
     */
    public List<String> around(String cellId, int line) {
        List<Line> lines = cells.getOrDefault(cellId, List.of());
        List<String> headers = new ArrayList<>();
        for (int i = line - 1; i >= 0 && i < lines.size(); i = lines.get(i).parent()) {
            if (lines.get(i).isHeader()) {
                headers.add(lines.get(i).shown());
            }
        }
        return headers;
    }

    /** Whether a condition or handler around a line mentions one of these words, in lower case. */
    public boolean guardedBy(Set<String> words, String cellId, int line) {
        return around(cellId, line).stream()
                .filter(header -> !NO_CONDITIONS.contains(firstWord(header)))
                .map(header -> header.toLowerCase(Locale.ROOT))
                .anyMatch(header -> words.stream().anyMatch(header::contains));
    }

    /** The outermost function around a line; empty when there is none. */
    public Optional<String> function(String cellId, int line) {
        Optional<String> name = Optional.empty();
        for (String header : around(cellId, line)) {
            int def = header.startsWith("def ") ? 4 : header.startsWith("async def ") ? 10 : -1;
            int end = header.indexOf('(');
            if (def > 0 && end > def) {
                name = Optional.of(header.substring(def, end).strip());
            }
        }
        return name;
    }

    /** Whether a text of several lines is open, line after line. */
    private static final class LongText {
        private String quote = "";

        boolean isOpen() {
            return !quote.isEmpty();
        }

        void read(String line) {
            String single = "";
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (isOpen()) {
                    if (line.startsWith(quote, i)) {
                        i += 2;
                        quote = "";
                    }
                } else if (!single.isEmpty()) {
                    single = line.startsWith(single, i) ? "" : single;
                } else if (line.startsWith("\"\"\"", i) || line.startsWith("'''", i)) {
                    quote = line.substring(i, i + 3);
                    i += 2;
                } else if (c == '"' || c == '\'') {
                    single = String.valueOf(c);
                } else if (c == '#') {
                    return;
                }
            }
        }
    }
}
