package dev.alain.validators.secrets;

import java.util.List;
import java.util.Locale;

/** Tells literals that ask the reader to put a key in their place. */
public final class KeyPlaceholders {
    private static final List<String> BEGINNINGS = WordList.read("key-placeholders.txt");

    private KeyPlaceholders() {}

    /** Whether it stands for a key; values that local servers ignore, such as {@code EMPTY}, do not. */
    public static boolean isOne(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        boolean angled =
                lower.startsWith("<") && lower.endsWith(">") || lower.startsWith("{your") || lower.startsWith("[your");
        boolean dots = lower.length() > 2 && lower.chars().allMatch(c -> c == '.' || c == 'x' || c == '*' || c == '…');
        boolean shaped = (lower.startsWith("sk-")
                        || lower.startsWith("hf_")
                        || lower.startsWith("aiza")
                        || lower.startsWith("gsk_")
                        || lower.startsWith("ghp_"))
                && (lower.contains("...")
                        || lower.contains("…")
                        || lower.contains("xxx")
                        || lower.contains("***")
                        || lower.contains("your"));
        return angled && lower.length() > 4
                || dots
                || shaped
                || BEGINNINGS.stream().anyMatch(lower::startsWith);
    }
}
