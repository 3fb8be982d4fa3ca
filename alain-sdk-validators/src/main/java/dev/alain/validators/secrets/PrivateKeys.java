package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.List;

/** Finds private keys in armour, also escaped for JSON or spread over the lines of a literal. */
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 20_000;
    /** Less than this is an illustration; the smallest real key, Ed25519, has 64. */
    private static final int FEWEST_CHARACTERS = 32;

    private PrivateKeys() {}

    /** The keys of a text in order; linear, because each search goes on where the last one ended. */
    static List<Leak> scan(String text) {
        List<Leak> leaks = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int body = bodyOf(text, at);
            int end = body < 0 ? at + BEGIN.length() : endOf(text, body);
            if (body >= 0 && isSecret(text, body, end)) {
                leaks.add(leak(text, at, end));
            }
            at = text.indexOf(BEGIN, end);
        }
        return leaks;
    }

    /** After the opening line's dashes; -1 when it opens no private key. */
    private static int bodyOf(String text, int at) {
        int name = at + BEGIN.length();
        int dashes = text.indexOf("-----", name);
        boolean near = dashes >= 0 && dashes - name <= LONGEST_NAME;
        return near && text.substring(name, dashes).contains("PRIVATE KEY") ? dashes + 5 : -1;
    }

    /** After the closing line, or where base64 stops. */
    private static int endOf(String text, int body) {
        int limit = Math.min(text.length(), body + LONGEST);
        int at = body;
        while (at < limit && isArmour(text.charAt(at))) {
            if (text.startsWith(END, at)) {
                int dashes = text.indexOf("-----", at + END.length());
                return dashes < 0 || dashes - at > LONGEST_NAME ? at : dashes + 5;
            }
            at++;
        }
        while (at > body && " \t\r\n\"',\\".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static boolean isArmour(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "+/=-\\\"', \t\r\n:()".indexOf(c) >= 0;
    }

    private static boolean isSecret(String text, int body, int end) {
        int to = text.lastIndexOf(END, end);
        StringBuilder letters = new StringBuilder();
        for (int i = body; i < (to > body ? to : end); i++) {
            char c = text.charAt(i);
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            if (!escaped && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                letters.append(c);
            }
        }
        return letters.length() >= FEWEST_CHARACTERS
                && Entropy.of(letters) >= 3
                && !Placeholders.isPlaceholder(letters.toString());
    }

    private static Leak leak(String text, int start, int end) {
        return new Leak(
                Leak.Kind.PRIVATE_KEY,
                "private-key",
                "a private key",
                "PRIVATE_KEY",
                BEGIN.strip(),
                start,
                end,
                Leak.digest(text.subSequence(start, end)));
    }
}
