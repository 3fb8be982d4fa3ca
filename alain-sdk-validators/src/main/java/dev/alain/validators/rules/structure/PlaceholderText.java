package dev.alain.validators.rules.structure;

import java.util.List;
import java.util.Optional;

/** Which texts stand for missing content. */
final class PlaceholderText {
    /** Written in capitals they are marks, in small letters words. */
    private static final List<String> MARKS = List.of("TODO", "FIXME", "FILLME", "FILL ME", "TBD");

    private static final int LONGEST_LITERAL = 40;

    private PlaceholderText() {}

    /** What stands for something in a comment; empty when nothing does. */
    static String inComment(String comment) {
        String text = withoutLeading(comment, "#!:*-=/ \t");
        String mark = mark(text);
        if (!mark.isEmpty()) {
            return mark;
        }
        // "The rest of the code" is a phrase; with dots it stands for code.
        boolean dots = comment.contains("...") || comment.contains("…");
        return Phrases.PLACEHOLDERS
                .in(text)
                .or(() -> Phrases.PLACEHOLDERS_ANYWHERE.in(text))
                .or(() -> dots ? Phrases.ELISIONS.in(text) : Optional.empty())
                .orElse("");
    }

    /** What stands for something in a paragraph; empty when nothing does. */
    static String inProse(String paragraph) {
        String text = withoutLeading(paragraph.strip(), "[(*_-:> ");
        String mark = mark(text);
        return mark.isEmpty() ? Phrases.PLACEHOLDERS_ANYWHERE.in(paragraph).orElse("") : mark;
    }

    /** Whether a literal with its quotes is a placeholder and nothing else. */
    static boolean isLiteral(String quoted) {
        if (quoted.length() > LONGEST_LITERAL || quoted.length() < 3) {
            return false;
        }
        String text = withoutLeading(quoted, "\"'<[{ ");
        int end = text.length();
        while (end > 0 && "\"'>]}. ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String bare = text.substring(0, end);
        // In small letters "todo" is a word of many programs.
        boolean lower = bare.length() < 5 && bare.chars().anyMatch(Character::isLowerCase);
        return !lower && Phrases.PLACEHOLDER_LITERALS.is(bare);
    }

    /** A mark opens the text; more than a noun follows when no colon or bracket does. */
    private static String mark(String text) {
        for (String mark : MARKS) {
            if (text.startsWith(mark)) {
                char next = text.length() == mark.length() ? ':' : text.charAt(mark.length());
                if (!Character.isLetterOrDigit(next) && next != '_' && next != '\'' && next != '-' && next != '/') {
                    return mark;
                }
            }
        }
        return "";
    }

    private static String withoutLeading(String text, String characters) {
        int start = 0;
        while (start < text.length() && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start);
    }
}
