package dev.alain.core.text;

import java.util.List;

/** Shapes of keys: a known beginning and enough characters after it. */
public final class KeyShapes {
    private static final List<String> BEGINNINGS = List.of(
            "sk-ant-",
            "sk-proj-",
            "sk-or-v1-",
            "hf_",
            "ghp_",
            "github_pat_",
            "gsk_",
            "AIza",
            "AKIA",
            "xai-",
            "r8_",
            "nvapi-",
            "sk-");
    private static final int SHORTEST = 20;

    private KeyShapes() {}

    /** Linear in the text. */
    public static boolean contains(String text) {
        for (String beginning : BEGINNINGS) {
            int at = text.indexOf(beginning);
            while (at >= 0) {
                boolean word = at > 0 && (isKeyCharacter(text.charAt(at - 1)) || text.charAt(at - 1) == '/');
                if (!word && tail(text, at + beginning.length()) >= SHORTEST) {
                    return true;
                }
                at = text.indexOf(beginning, at + 1);
            }
        }
        return false;
    }

    /** How many key characters follow; words joined by underscores are names of functions, not keys. */
    private static int tail(String text, int from) {
        int end = from;
        boolean digit = false;
        boolean upper = false;
        while (end < text.length() && isKeyCharacter(text.charAt(end))) {
            digit |= Character.isDigit(text.charAt(end));
            upper |= Character.isUpperCase(text.charAt(end));
            end++;
        }
        return digit || upper ? end - from : 0;
    }

    private static boolean isKeyCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** The text with every key blotted out. */
    public static String redacted(String text) {
        if (!contains(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = keyAt(text, at);
            kept.append(length > 0 ? "<redacted>" : text.substring(at, at + 1));
            at += Math.max(1, length);
        }
        return kept.toString();
    }

    private static int keyAt(String text, int at) {
        boolean word = at > 0 && (isKeyCharacter(text.charAt(at - 1)) || text.charAt(at - 1) == '/');
        for (String beginning : BEGINNINGS) {
            if (!word && text.startsWith(beginning, at)) {
                int tail = tail(text, at + beginning.length());
                if (tail >= SHORTEST) {
                    return beginning.length() + tail;
                }
            }
        }
        return 0;
    }
}
