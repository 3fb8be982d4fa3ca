package dev.alain.validators.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What code or prose calls the value at an offset.
 *
 * <p>Thirty-two hexadecimal digits are a key when they stand as {@code api_key="…"} or {@code Authorization: Bearer …},
 * and a file's or a deployment's id when they stand as {@code name="…"} or {@code sub_id="…"}.
 */
final class ValueLabel {
    private static final int LOOK_BACK = 200;
    private static final int MOST_SKIPPED = 3;
    /** What may stand between a name and its value. */
    private static final String BETWEEN = " \t\"'`=:([{,|*\\+";
    /** After these a value may stand in the next line. */
    private static final String OPENS_LINE = "=:([{,\\>\"'|";

    private static final List<String> ENTITIES = List.of("&quot;", "&#34;", "&#39;", "&#x27;", "&apos;", "&nbsp;");
    private static final Set<String> SECRET =
            Set.of(WordList.read("value-labels.txt").toArray(String[]::new));
    private static final Set<String> FILLERS = Set.of(
            "is", "are", "was", "to", "as", "the", "this", "be", "my", "your", "value", "use", "str", "f", "r", "b");
    /** Keys of tables, and ids that are called keys. */
    private static final Set<String> NO_KEY_OF = Set.of(
            "cache",
            "partition",
            "row",
            "sort",
            "primary",
            "foreign",
            "public",
            "blob",
            "object",
            "file",
            "hash",
            "vault",
            "idempotency",
            "dedup",
            "dict",
            "s3",
            "index",
            "map",
            "document",
            "doc",
            "page",
            "next",
            "continuation",
            "eos",
            "bos",
            "pad");

    private final String text;
    private final int floor;
    private int at;

    private ValueLabel(String text, int start) {
        this.text = text;
        this.at = start;
        this.floor = Math.max(0, start - LOOK_BACK);
    }

    /** Whether the word right before a value says that it is a key, and no file's ending follows. */
    static boolean isSecret(String text, int start, int end) {
        return !isFile(text, end) && new ValueLabel(text, start).isSecret();
    }

    private static boolean isFile(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == '.' && Character.isLetter(text.charAt(end + 1));
    }

    private boolean isSecret() {
        for (int i = 0; i <= MOST_SKIPPED; i++) {
            int before = at;
            skip();
            String word = word();
            if (word.isEmpty() || i > 0 && at == before) {
                return false;
            }
            if (!word.equals("-") && !FILLERS.contains(word.toLowerCase(Locale.ROOT))) {
                return isSecretWord(word);
            }
        }
        return false;
    }

    /** Goes back over signs, tags and entities, and over a line's end where the line before is unfinished. */
    private void skip() {
        int before = -1;
        while (at > floor && at != before) {
            before = at;
            char c = text.charAt(at - 1);
            if (c == '>') {
                at = tagStart();
            } else if (c == ']' || c == ')') {
                at--;
            } else if (c == ';') {
                ENTITIES.stream()
                        .filter(entity -> text.startsWith(entity, at - entity.length()))
                        .findFirst()
                        .ifPresent(entity -> at -= entity.length());
            } else if (c == '\n') {
                lineEnd();
            } else if (BETWEEN.indexOf(c) >= 0) {
                at--;
            } else if (TokenEdges.startsAt(text, at)) {
                escape();
            }
        }
    }

    private int tagStart() {
        if (at > floor + 1 && "-=".indexOf(text.charAt(at - 2)) >= 0) {
            return at - 2;
        }
        int open = at - 1;
        while (open > floor && text.charAt(open) != '<') {
            open--;
        }
        return text.charAt(open) == '<' ? open : at;
    }

    private void lineEnd() {
        int last = at - 1;
        while (last > floor && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        at = last > floor && OPENS_LINE.indexOf(text.charAt(last - 1)) >= 0 ? last : at;
    }

    /** The letters of {@code \n}, {@code %3D} or a unicode escape are no name. */
    private void escape() {
        if (at >= 3 && text.charAt(at - 3) == '%') {
            at -= 3;
        } else if (at >= 2 && text.charAt(at - 2) == '\\') {
            at -= 2;
        }
    }

    private String word() {
        int end = at;
        while (at > floor && isName(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at, end);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static boolean isSecretWord(String word) {
        String[] parts = word.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?:[_-]?v?\\d+)+$", "")
                .split("[ _-]+", -1);
        int last = parts.length - 1;
        while (last > 0 && parts[last].isEmpty()) {
            last--;
        }
        return SECRET.contains(parts[last]) && (last == 0 || !NO_KEY_OF.contains(parts[last - 1]));
    }
}
