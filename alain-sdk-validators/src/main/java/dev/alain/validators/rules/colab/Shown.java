package dev.alain.validators.rules.colab;

import java.util.List;
import java.util.Locale;

/** Texts of a notebook as they stand in a message: short, and without what may be a secret. */
public final class Shown {
    private static final int LONGEST = 80;
    private static final List<String> SECRETS = List.of("key", "token", "secret", "passw", "credential", "auth");

    private Shown() {}

    /** A text, cut where it is long, lines joined. */
    public static String text(String text) {
        String line = text.replace('\n', ' ');
        int end = Math.min(LONGEST, line.length());
        // A surrogate pair is kept whole or left out.
        end -= end < line.length() && Character.isHighSurrogate(line.charAt(end - 1)) ? 1 : 0;
        return end == line.length() ? line : line.substring(0, end) + "…";
    }

    /** An address without user, password and query. */
    public static String address(String url) {
        int query = url.indexOf('?');
        String plain = query < 0 ? url : url.substring(0, query);
        int scheme = plain.indexOf("://");
        int path = scheme < 0 ? -1 : plain.indexOf('/', scheme + 3);
        int user = scheme < 0 ? -1 : plain.lastIndexOf('@', path < 0 ? plain.length() : path);
        return text(user < 0 ? plain : plain.substring(0, scheme + 3) + plain.substring(user + 1));
    }

    /** Whether a name is one that holds secrets. */
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(lower::contains);
    }
}
