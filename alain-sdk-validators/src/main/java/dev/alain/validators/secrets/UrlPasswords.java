package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds passwords in addresses such as {@code postgresql://user:password@host}. */
final class UrlPasswords {
    private static final String SEPARATOR = "://";
    private static final int LONGEST = 400;
    private static final int FEWEST_CHARACTERS = 4;
    private static final String NOT_IN_IT = " \t\r\n/\"'`<>{}()[]|^";
    private static final Set<String> KNOWN = Set.copyOf(WordList.read("known-passwords.txt"));

    private UrlPasswords() {}

    static List<Leak> scan(String text) {
        List<Leak> leaks = new ArrayList<>();
        int at = text.indexOf(SEPARATOR);
        while (at >= 0) {
            int user = at + SEPARATOR.length();
            int colon = -1;
            int i = user;
            int limit = Math.min(text.length(), user + LONGEST);
            int signAt = -1;
            while (i < limit && NOT_IN_IT.indexOf(text.charAt(i)) < 0) {
                char c = text.charAt(i);
                colon = c == ':' && colon < 0 ? i : colon;
                signAt = c == '@' ? i : signAt;
                i++;
            }
            if (colon >= 0 && signAt > colon && isSecret(text, at, user, colon, signAt)) {
                leaks.add(leak(colon + 1, signAt));
            }
            at = text.indexOf(SEPARATOR, user);
        }
        return leaks;
    }

    private static boolean isSecret(String text, int separator, int user, int colon, int signAt) {
        String name = text.substring(user, colon).toLowerCase(Locale.ROOT);
        String password = text.substring(colon + 1, signAt);
        String lower = password.toLowerCase(Locale.ROOT);
        boolean scheme = separator > 0 && Character.isLetterOrDigit(text.charAt(separator - 1));
        boolean host = signAt + 1 < text.length()
                && (Character.isLetterOrDigit(text.charAt(signAt + 1)) || text.charAt(signAt + 1) == '[');
        return scheme
                && host
                && name.indexOf('@') < 0
                && password.length() >= FEWEST_CHARACTERS
                && password.indexOf('\\') < 0
                && !lower.equals(name)
                && !isKnown(lower)
                && !password.chars().allMatch(c -> c == password.charAt(0))
                && password.chars().anyMatch(Character::isLetterOrDigit)
                && !isVariable(password)
                && !Placeholders.isPlaceholder(password);
    }

    private static boolean isKnown(String password) {
        return KNOWN.contains("=" + password) || KNOWN.stream().anyMatch(password::contains);
    }

    /** {@code %s}, or a name in capitals such as {@code DB_PASS}. */
    private static boolean isVariable(String password) {
        return password.startsWith("%")
                || password.startsWith("$")
                || password.indexOf('_') > 0 && password.equals(password.toUpperCase(Locale.ROOT))
                || password.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c == '_');
    }

    private static Leak leak(int start, int end) {
        return new Leak(
                Leak.Kind.PASSWORD_IN_URL, "password", "a password in an address", "PASSWORD", "", start, end, "");
    }
}
