package dev.alain.core.review.rules;

import dev.alain.code.CellAnalysis;
import dev.alain.notebook.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds text that stands for missing content.
 *
 * <p>An ellipsis is valid Python in bodies and slices, so in code only comments are read, and statements that are nothing
 * but an ellipsis. In prose, quotes of others are left alone.
 */
public final class Placeholders {
    private static final List<String> WORDS =
            List.of("lorem ipsum", "your code here", "rest of code", "your_api_key", "[remove me]");

    /** Written in capitals they are marks, in small letters words. */
    private static final List<String> MARKS = List.of("TODO", "FIXME", "FILLME");

    private Placeholders() {}

    /** What was found, by line from 1. */
    public static Map<Integer, String> find(Cell cell) {
        Map<Integer, String> found = new TreeMap<>();
        boolean code = cell.type().equals("code");
        boolean fence = false;
        int number = 0;
        for (String line : cell.source().split("\n", -1)) {
            number++;
            fence ^= line.startsWith("```") || line.startsWith("~~~~");
            if (code) {
                inCode(found, number, line.stripTrailing());
            } else if (!fence && !line.startsWith(">")) {
                inText(found, number, line.strip());
            }
        }
        return found;
    }

    /** What was found in a parsed code cell, by line from 1: comments and statements only, so no text in quotes. */
    public static Map<Integer, String> find(CellAnalysis cell) {
        Map<Integer, String> found = new TreeMap<>();
        cell.comments().forEach(comment -> inText(found, comment.place().line(), comment.text()));
        cell.constructs().stream()
                .filter(part -> part.kind() == CellAnalysis.Construct.Kind.LOOSE_ELLIPSIS)
                .forEach(part -> found.put(part.place().line(), "an ellipsis stands for missing code"));
        return found;
    }

    /** In the body of a function an ellipsis is Python; on its own it stands for something. */
    private static void inCode(Map<Integer, String> found, int number, String raw) {
        String line = raw.strip();
        if (raw.equals("...")) {
            found.put(number, "an ellipsis stands for missing code");
        }
        int comment = line.startsWith("#") ? 0 : line.indexOf("  # ");
        if (comment >= 0) {
            inText(found, number, line.substring(comment));
        }
    }

    private static void inText(Map<Integer, String> found, int number, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Stream.concat(
                        WORDS.stream().filter(word -> isWord(lower, word)),
                        MARKS.stream().filter(mark -> isMark(text, mark)))
                .findFirst()
                .ifPresent(word -> found.put(number, "\"" + word + "\" stands for missing content"));
    }

    /** At the start of a line or a comment, or before a colon; within a sentence it is a word. */
    private static boolean isMark(String text, String mark) {
        String bare = text.replace("#", " ").replace("*", " ").strip();
        return isWord(text, mark) && (bare.startsWith(mark) || text.contains(mark + ":"));
    }

    private static boolean isWord(String text, String word) {
        int at = text.indexOf(word);
        boolean start = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        int end = at + word.length();
        return at >= 0 && !start && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
