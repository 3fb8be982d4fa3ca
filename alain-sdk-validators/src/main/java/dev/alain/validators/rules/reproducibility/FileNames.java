package dev.alain.validators.rules.reproducibility;

/** Parts of a path as notebooks write it. */
final class FileNames {
    private static final int LONGEST_ENDING = 8;
    private static final int LONGEST = 300;

    private FileNames() {}

    /** Whether a constant is a path, relative to the notebook, of a file with an ending. */
    static boolean isRelativeFile(String text) {
        if (text.isBlank()
                || text.length() > LONGEST
                || text.contains("://")
                || "/\\~.$-".indexOf(text.charAt(0)) >= 0 && !text.startsWith("./")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("*?{}<>|:\n\"$%".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        String name = name(text);
        int dot = name.lastIndexOf('.');
        int ending = name.length() - dot - 1;
        boolean itself = name.endsWith(".ipynb");
        return !itself
                && dot > 0
                && ending > 0
                && ending <= LONGEST_ENDING
                && Character.isLetterOrDigit(name.charAt(dot + 1));
    }

    /** The last part. */
    static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The first folder; empty when there is none. */
    static String folder(String path) {
        String plain = plain(path);
        int slash = plain.indexOf('/');
        return slash < 0 ? "" : plain.substring(0, slash);
    }

    /** With slashes, without {@code ./} in front and slashes at the end. */
    static String plain(String path) {
        String plain = path.replace('\\', '/');
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) == '/') {
            end--;
        }
        return plain.substring(0, end);
    }
}
