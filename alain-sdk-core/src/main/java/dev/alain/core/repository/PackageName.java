package dev.alain.core.repository;

import java.util.Optional;

/** Names of Python packages as PEP 508 writes them and PEP 503 compares them. */
final class PackageName {
    private PackageName() {}

    /** The name that a requirement such as {@code Torch[cuda]>=2.0; python_version > "3.8"} begins with, normalised. */
    static Optional<String> of(String requirement) {
        String text = requirement.strip();
        int end = 0;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        String rest = text.substring(end).stripLeading();
        boolean ends = rest.isEmpty() || "[<>=!~;@(".indexOf(rest.charAt(0)) >= 0;
        boolean name =
                end > 0 && end <= 100 && ends && isAlphanumeric(text.charAt(0)) && isAlphanumeric(text.charAt(end - 1));
        return name ? Optional.of(normalized(text.substring(0, end))) : Optional.empty();
    }

    /** Lower case; runs of hyphens, underscores and dots are one hyphen. */
    static String normalized(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isAlphanumeric(c)) {
                text.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            } else if (text.length() > 0 && text.charAt(text.length() - 1) != '-') {
                text.append('-');
            }
        }
        return text.toString();
    }

    private static boolean isPart(char c) {
        return isAlphanumeric(c) || c == '.' || c == '-' || c == '_';
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
