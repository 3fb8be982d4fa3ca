package dev.alain.core.teach;

import dev.alain.core.guard.SafeMarkdown;
import dev.alain.core.guard.VisibleText;
import dev.alain.core.text.KeyShapes;
import java.util.ArrayList;
import java.util.List;

/** Texts of a model, made fit for a notebook. */
final class Prose {
    private Prose() {}

    /** One line without markup that could open a heading, a table or a tag. */
    static String line(String text) {
        String visible = KeyShapes.redacted(VisibleText.of(text))
                .replace('\n', ' ')
                .replace('\t', ' ')
                .strip();
        String safe = SafeMarkdown.of(visible).replace('\n', ' ').strip();
        int start = 0;
        while (start < safe.length() && "#>|".indexOf(safe.charAt(start)) >= 0) {
            start++;
        }
        return safe.substring(start).strip();
    }

    /** A line of at most so many characters, cut at a space. */
    static String line(String text, int most) {
        String line = line(text);
        if (line.length() <= most) {
            return line;
        }
        int space = line.lastIndexOf(' ', most);
        return line.substring(0, space > most / 2 ? space : most).strip();
    }

    /** Lines, without empty ones and repetitions. */
    static List<String> lines(List<String> texts, int most) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            String line = withoutBullet(line(text));
            if (!line.isEmpty() && !lines.contains(line) && lines.size() < most) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String withoutBullet(String line) {
        int i = 0;
        while (i < line.length() && Character.isDigit(line.charAt(i))) {
            i++;
        }
        boolean numbered = i > 0
                && i < 3
                && i + 1 < line.length()
                && ".)".indexOf(line.charAt(i)) >= 0
                && line.charAt(i + 1) == ' ';
        if (numbered) {
            return line.substring(i + 1).strip();
        }
        return line.startsWith("- ") || line.startsWith("* ")
                ? line.substring(2).strip()
                : line;
    }

    /** Paragraphs. */
    static String text(String text) {
        return SafeMarkdown.of(KeyShapes.redacted(text));
    }

    /** Code without invisible characters, fences around it, and keys. */
    static String code(String text) {
        String code = withTabsAsSpaces(KeyShapes.redacted(VisibleText.of(text)).replace("\r\n", "\n"))
                .stripTrailing();
        String stripped = code.strip();
        if (stripped.startsWith("```")) {
            int first = stripped.indexOf('\n');
            int last = stripped.lastIndexOf("```");
            return first > 0 && last > first
                    ? stripped.substring(first + 1, last).stripTrailing()
                    : stripped.replace("```", "");
        }
        return code.endsWith("\n```") ? code.substring(0, code.length() - 4) : withoutBlankStart(code);
    }

    private static String withoutBlankStart(String code) {
        int start = 0;
        int line = 0;
        while (line < code.length() && Character.isWhitespace(code.charAt(line))) {
            start = code.charAt(line) == '\n' ? line + 1 : start;
            line++;
        }
        return code.substring(start);
    }

    /** Only those that indent. */
    private static String withTabsAsSpaces(String code) {
        if (code.indexOf('\t') < 0) {
            return code;
        }
        StringBuilder text = new StringBuilder();
        boolean indent = true;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            text.append(c == '\t' && indent ? "    " : String.valueOf(c));
            indent = c == '\n' || (indent && (c == ' ' || c == '\t'));
        }
        return text.toString();
    }

    /** The length in Latin letters: a sign of Chinese, Japanese or Korean says as much as a word's half. */
    static int weight(String text) {
        int wide = (int) text.codePoints()
                .filter(c -> c >= 0x2E80 && c <= 0xFFDC || c >= 0x20000)
                .count();
        return text.length() + 2 * wide;
    }
}
