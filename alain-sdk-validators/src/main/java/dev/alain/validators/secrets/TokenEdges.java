package dev.alain.validators.secrets;

import java.util.List;
import java.util.Locale;

/** Where a token starts and ends in text that may be escaped for JSON, Python or an address. */
final class TokenEdges {
    private static final int LOOK_BACK = 400;
    private static final List<String> HASH_WORDS = List.of(
            "sha1",
            "sha2",
            "sha5",
            "sha-",
            "sha:",
            "sha=",
            "sha\"",
            "sha'",
            "md5",
            "commit",
            "revision",
            "rev=",
            "rev:",
            "checksum",
            "digest",
            "hash",
            "etag",
            "integrity",
            "tree/",
            "blob/",
            "resolve/",
            "uuid",
            "run_id",
            "run id");

    private TokenEdges() {}

    /** Whether no other token character stands right before, an escape such as {@code \n} or {@code %3D} aside. */
    static boolean startsAt(String text, int at) {
        return at == 0 || !isWord(text.charAt(at - 1)) || isEscape(text, at);
    }

    /** Whether only a hyphen or an underscore stands before. */
    static boolean isGlued(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == '_');
    }

    /** Whether the token cannot go on. */
    static boolean endsAt(String text, int end) {
        return end >= text.length() || text.charAt(end) == '-' || !isWord(text.charAt(end));
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private static boolean isEscape(String text, int at) {
        return back(text, at, 2) == '\\' && "nrtbfv".indexOf(text.charAt(at - 1)) >= 0
                || back(text, at, 3) == '%' && isHex(text, at - 2, at)
                || back(text, at, 4) == '\\' && back(text, at, 3) == 'x' && isHex(text, at - 2, at)
                || back(text, at, 6) == '\\' && back(text, at, 5) == 'u' && isHex(text, at - 4, at);
    }

    private static char back(String text, int at, int steps) {
        return at >= steps ? text.charAt(at - steps) : ' ';
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands right before says that a hash follows. */
    static boolean namesAHash(String text, int at) {
        String before = text.substring(Math.max(0, at - 24), at).toLowerCase(Locale.ROOT);
        return before.endsWith("@") || HASH_WORDS.stream().anyMatch(before::contains);
    }

    /** Whether one of these texts stands before in the same address or word. */
    static boolean follows(String text, int at, List<String> texts) {
        if (texts.isEmpty()) {
            return false;
        }
        int from = at;
        while (from > 0 && at - from < LOOK_BACK && " \t\n\"'<>()".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        String before = text.substring(from, at).toLowerCase(Locale.ROOT);
        return texts.stream().anyMatch(before::contains);
    }
}
