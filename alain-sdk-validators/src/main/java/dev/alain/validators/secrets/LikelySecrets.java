package dev.alain.validators.secrets;

import java.util.Locale;

/** Tells random values from words, ids and paths where no shape helps. */
public final class LikelySecrets {
    private static final double LEAST_ENTROPY = 3.5;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 200;
    private static final int SHORTEST_RUN = 12;

    private LikelySecrets() {}

    /** Whether a value is random enough to be somebody's secret, and none whose shape is known. */
    public static boolean isLikely(String value) {
        return value.length() >= SHORTEST
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c > ' ' && c <= '~' && "/\\<>{}()[]\"'`,;:".indexOf(c) < 0)
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter)
                && !value.equals(value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z_]", "_"))
                && hasRun(value)
                && Entropy.of(value) >= LEAST_ENTROPY
                && !Placeholders.isPlaceholder(value)
                && SecretScanner.scan(value).isEmpty();
    }

    /** Names are made of short words; a secret has a long stretch that mixes letters and digits. */
    static boolean hasRun(String value) {
        int run = 0;
        int digits = 0;
        int letters = 0;
        for (int i = 0; i <= value.length(); i++) {
            char c = i < value.length() ? value.charAt(i) : '-';
            if (Character.isLetterOrDigit(c)) {
                run++;
                digits += Character.isDigit(c) ? 1 : 0;
                letters += Character.isLetter(c) ? 1 : 0;
            } else {
                if (run >= SHORTEST_RUN && digits > 1 && letters > 1) {
                    return true;
                }
                run = 0;
                digits = 0;
                letters = 0;
            }
        }
        return false;
    }
}
