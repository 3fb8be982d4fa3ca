package dev.alain.research;

import java.util.Optional;

/** The grammar of repository ids; ASCII only, because the Hub takes nothing else. */
final class RepositoryId {
    private static final int LONGEST_NAME = 96;

    private RepositoryId() {}

    /** What is wrong with an id; empty when nothing is. */
    static Optional<String> problem(String id) {
        int slash = id.indexOf('/');
        if (slash != id.lastIndexOf('/')) {
            return Optional.of("has more than one slash");
        }
        String owner = slash < 0 ? "" : id.substring(0, slash);
        String name = id.substring(slash + 1);
        if ((slash >= 0 && !isWord(owner)) || !isWord(name)) {
            return Optional.of("must be letters, digits, -, _ and ., starting and ending with a letter or digit");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("has a name of more than 96 characters");
        }
        if (id.contains("--") || id.contains("..")) {
            return Optional.of("must not contain -- or ..");
        }
        return name.endsWith(".git") ? Optional.of("must not end in .git") : Optional.empty();
    }

    private static boolean isWord(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> isLetter(c) || c == '-' || c == '.')
                && isLetter(text.charAt(0))
                && isLetter(text.charAt(text.length() - 1));
    }

    /** A word character of a regular expression, so an underscore too. */
    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
