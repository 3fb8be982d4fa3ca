package dev.alain;

/** Checks of names that end up in JSON, file names and metric tags. */
final class Names {
    private Names() {}

    static void requireSlug(String what, String name) {
        boolean good = !name.isEmpty() && name.length() <= 64;
        for (int i = 0; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && i > 0);
        }
        if (!good) {
            throw new IllegalArgumentException(
                    what + " must be lower-case letters, digits and hyphens, not \"" + name + "\"");
        }
    }
}
