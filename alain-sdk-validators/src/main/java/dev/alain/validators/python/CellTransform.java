package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What IPython makes of a cell before Python sees it.
 *
 * <p>After {@code IPython.core.inputtransformer2} of IPython 7 and 8. Unlike it, every line stays on its line: leading
 * blank lines are kept, and continuation lines of a magic become blank ones. Prompts of three dots are taken away only
 * where a prompt of three arrows stands in the first two lines.
 */
final class CellTransform {
    private static final int MOST_MAGICS = 8;
    private static final Set<String> PYTHON_MAGICS = Set.of("time", "timeit", "capture", "prun", "debug");
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("sh", "bash"),
            Map.entry("!", "bash"),
            Map.entry("sx", "bash"),
            Map.entry("system", "bash"),
            Map.entry("js", "javascript"),
            Map.entry("writefile", "file"),
            Map.entry("file", "file"),
            Map.entry("svg", "svg"),
            Map.entry("r", "r"),
            Map.entry("python", "script"),
            Map.entry("python2", "script"),
            Map.entry("python3", "script"),
            Map.entry("pypy", "script"));

    private final String[] lines;
    private final int[] removed;
    private final int[] lengths;
    private final List<Command> commands = new ArrayList<>();
    private String language = "python";
    private int first;

    private CellTransform(String source) {
        lines = normalized(source).split("\n", -1);
        removed = new int[lines.length];
        lengths = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lengths[i] = lines[i].codePointCount(0, lines[i].length());
        }
    }

    static TransformedCell transform(String source) {
        return new CellTransform(source).run();
    }

    private static String normalized(String source) {
        return source.indexOf('\r') < 0 ? source : source.replace("\r\n", "\n").replace('\r', '\n');
    }

    private TransformedCell run() {
        skipBlankLines();
        int leading = first;
        clean();
        for (int magics = 0; magics < MOST_MAGICS && cellMagic(); magics++) {
            skipBlankLines();
            clean();
        }
        int[] replacedFrom = new int[lines.length];
        Arrays.fill(replacedFrom, -1);
        if (!language.equals("python")) {
            Arrays.fill(lines, "");
        }
        String code = String.join("\n", lines);
        PositionMap cleaned = new PositionMap(code, removed, replacedFrom, lengths);
        TokenScanner scanner = new TokenScanner(code);
        EscapedLines escaped = new EscapedLines(code, cleaned, scanner, replacedFrom);
        String transformed = escaped.replace();
        List<Command> all = new ArrayList<>(commands);
        all.addAll(escaped.commands());
        return new TransformedCell(
                language,
                transformed,
                new PositionMap(transformed, removed, replacedFrom, lengths),
                all,
                scanner.comments(cleaned),
                leading,
                scanner.tokens());
    }

    private void skipBlankLines() {
        while (first < lines.length - 1 && lines[first].isBlank()) {
            first++;
        }
    }

    private void clean() {
        removeIndent();
        if (hasArrows(first) || hasArrows(first + 1)) {
            removePrompts(true);
        }
        if (numberedPrompt(first) > 0 || numberedPrompt(first + 1) > 0) {
            removePrompts(false);
        }
    }

    private void removeIndent() {
        String line = lines[first];
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        if (indent == 0) {
            return;
        }
        String space = line.substring(0, indent);
        for (int i = first; i < lines.length; i++) {
            if (lines[i].startsWith(space)) {
                remove(i, indent);
            }
        }
    }

    private void remove(int line, int length) {
        lines[line] = lines[line].substring(length);
        removed[line] += length;
    }

    private boolean hasArrows(int line) {
        return line < lines.length && lines[line].startsWith(">>>") && plainPrompt(line) > 0;
    }

    private void removePrompts(boolean plain) {
        for (int i = first; i < lines.length; i++) {
            remove(i, plain ? plainPrompt(i) : Math.max(0, numberedPrompt(i)));
        }
    }

    /** The length of {@code >>> } or {@code ... } at a line's start. */
    private int plainPrompt(int line) {
        String text = lines[line];
        if (!text.startsWith(">>>") && !text.startsWith("...")) {
            return 0;
        }
        return text.length() == 3 ? 3 : text.charAt(3) == ' ' ? 4 : 0;
    }

    /** The length of {@code In [1]: } or {@code ...: } at a line's start. */
    private int numberedPrompt(int line) {
        if (line >= lines.length) {
            return 0;
        }
        String text = lines[line];
        int at = text.startsWith("[nav] ") || text.startsWith("[ins] ") ? 6 : text.startsWith(" In [") ? 1 : 0;
        if (text.startsWith("In [", at)) {
            int digits = at + 4;
            while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
                digits++;
            }
            return digits > at + 4 && text.startsWith("]: ", digits) ? digits + 3 : 0;
        }
        return dottedPrompt(text);
    }

    private static int dottedPrompt(String text) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int dots = at;
        while (dots < text.length() && text.charAt(dots) == '.') {
            dots++;
        }
        if (dots - at < 3 || !text.startsWith(":", dots)) {
            return 0;
        }
        return text.startsWith(" ", dots + 1) ? dots + 2 : dots + 1;
    }

    /** Takes a cell magic's line away; true when Python follows. */
    private boolean cellMagic() {
        String line = lines[first];
        if (!line.startsWith("%%") || HelpRequest.ofMagic(line)) {
            return false;
        }
        String text = line.substring(2).stripTrailing();
        int space = text.indexOf(' ');
        String name = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space + 1);
        boolean python = PYTHON_MAGICS.contains(name);
        String body = python ? "" : String.join("\n", List.of(lines).subList(first + 1, lines.length));
        String output = name.equals("capture") ? captured(rest) : "";
        Place place = Place.onLine(first + 1, removed[first] + 1, line.codePointCount(0, line.length()));
        commands.add(new Command(Command.Kind.CELL_MAGIC, name, rest, body, output, place));
        if (!python) {
            language = language(name, rest);
            return false;
        }
        lines[first] = output.isEmpty() ? "" : output + "=get_ipython()";
        if (!output.isEmpty()) {
            first++;
            return first < lines.length;
        }
        return first < lines.length - 1;
    }

    private static String captured(String arguments) {
        for (String word : arguments.strip().split("\\s", -1)) {
            if (!word.isEmpty() && Character.isUnicodeIdentifierStart(word.charAt(0))) {
                return word.chars().allMatch(Character::isUnicodeIdentifierPart) ? word : "";
            }
        }
        return "";
    }

    private static String language(String magic, String rest) {
        String name = magic.toLowerCase(Locale.ROOT);
        if (name.equals("script")) {
            String[] words = rest.strip().split("\\s", 2);
            return words[0].isEmpty() ? "script" : language(words[0], "");
        }
        return LANGUAGES.getOrDefault(name, name.isEmpty() ? "unknown" : name);
    }
}
