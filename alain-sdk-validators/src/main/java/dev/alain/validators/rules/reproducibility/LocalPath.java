package dev.alain.validators.rules.reproducibility;

import dev.alain.validators.rules.WordList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A path that exists on somebody's own computer only.
 *
 * @param start where it begins in the text
 * @param shown the path without the person's name
 */
record LocalPath(int start, String shown) {
    private static final Set<String> NOBODY = WordList.read(LocalPath.class, "nobody.txt");
    private static final String[] HOMES = {"/home/", "/Users/"};
    private static final String BEFORE = " \t\n\r\"'`=(,;:[{";
    private static final int LONGEST = 80;

    /** The first one in a text. */
    static Optional<LocalPath> in(String text) {
        int first = -1;
        for (String home : HOMES) {
            for (int at = text.indexOf(home); at >= 0; at = text.indexOf(home, at + 1)) {
                if (startsPath(text, at) && isSomebody(name(text, at + home.length()))) {
                    first = first < 0 ? at : Math.min(first, at);
                    break;
                }
            }
        }
        int drive = drive(text);
        int start = first < 0 || drive >= 0 && drive < first ? drive : first;
        return start < 0 ? Optional.empty() : Optional.of(new LocalPath(start, shown(text, start)));
    }

    /** A path within an address, or a part of a longer one, is not meant. */
    private static boolean startsPath(String text, int at) {
        if (at == 0) {
            return true;
        }
        boolean file = at >= 7 && text.startsWith("file://", at - 7);
        return file || BEFORE.indexOf(text.charAt(at - 1)) >= 0 && !text.startsWith("://", at - 1);
    }

    private static int drive(String text) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            boolean letter = colon > 0 && isLetter(text.charAt(colon - 1)) && startsPath(text, colon - 1);
            if (letter
                    && (text.startsWith(":\\", colon) || text.startsWith(":/", colon))
                    && isPersonal(text, colon + 2)) {
                return colon - 1;
            }
        }
        return -1;
    }

    /** Escapes such as {@code \n} after a single letter and {@code s://} are no paths. */
    private static boolean isPersonal(String text, int at) {
        int from = at < text.length() && text.charAt(at) == text.charAt(at - 1) ? at + 1 : at;
        String folder = name(text, from);
        if (folder.length() < 2 || text.startsWith("//", at - 1)) {
            return false;
        }
        String lower = folder.toLowerCase(Locale.ROOT);
        if (lower.equals("users")) {
            return isSomebody(name(text, from + folder.length() + (from - at) + 1));
        }
        return !lower.equals("windows") && !lower.startsWith("program") && isSomebody(folder);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isSomebody(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isName = !lower.isEmpty() && (Character.isLetterOrDigit(lower.charAt(0)) || lower.charAt(0) == '_');
        return isName && !lower.startsWith("your") && !NOBODY.contains(lower);
    }

    private static String name(String text, int start) {
        int end = Math.min(start, text.length());
        while (end < text.length() && "/\\\"'`<>|\n\r\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return start >= end ? "" : text.substring(start, end);
    }

    private static String shown(String text, int start) {
        int end = start;
        while (end < text.length() && " \t\n\r\"'`<>|,;)]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String path = text.substring(start, end);
        for (String home : new String[] {"/home/", "/Users/", "Users\\\\", "Users\\", "Users/", "users\\"}) {
            int at = path.indexOf(home);
            if (at >= 0) {
                String rest = path.substring(at + home.length());
                int slash = 0;
                while (slash < rest.length() && rest.charAt(slash) != '/' && rest.charAt(slash) != '\\') {
                    slash++;
                }
                path = path.substring(0, at) + home + "…" + rest.substring(slash);
                break;
            }
        }
        return path.length() > LONGEST ? path.substring(0, LONGEST) : path;
    }
}
