package dev.alain.validators.rules.security;

import java.util.Set;

/** Where a notebook may delete. */
final class Folders {
    /** What deleting there would mean. */
    enum Harm {
        NONE,
        DOUBTFUL,
        GRAVE
    }

    private static final Set<String> EVERYTHING = Set.of(
            "/",
            "/*",
            "/.",
            "~",
            "~/",
            "~/*",
            "~/.*",
            "*",
            ".",
            "./",
            "./*",
            "..",
            "../",
            "../*",
            ".*",
            "$HOME",
            "$HOME/",
            "$HOME/*",
            "${HOME}",
            "${HOME}/",
            "${HOME}/*",
            "/home",
            "/root",
            "/root/*",
            "/home/*",
            "/root/",
            "$PWD",
            "$(pwd)",
            "/**",
            "//");
    private static final Set<String> WHOLE_WORK = Set.of(
            "/content",
            "/content/",
            "/content/*",
            "/tmp",
            "/tmp/*",
            "/kaggle/working",
            "/kaggle/working/*",
            "/content/drive",
            "/content/drive/MyDrive");

    private Folders() {}

    /** Judges a path that is deleted; a path that is not known does no harm. */
    static Harm deleting(String path, boolean recursive) {
        String known = path.replace("${HOME}", "~").replace("$HOME", "~").replace("/root/", "~/");
        if (EVERYTHING.contains(path)) {
            return recursive || path.endsWith("*") && path.length() > 1 ? Harm.GRAVE : Harm.DOUBTFUL;
        }
        if (WHOLE_WORK.contains(path)) {
            return path.startsWith("/content/drive") ? Harm.GRAVE : Harm.DOUBTFUL;
        }
        if (known.startsWith("/content/drive/MyDrive") && path.indexOf('/', 23) < 0) {
            return Harm.DOUBTFUL;
        }
        String clean = withoutDots(known);
        if (clean.startsWith("..")) {
            return Harm.DOUBTFUL;
        }
        boolean absolute = clean.startsWith("/") || clean.startsWith("~");
        if (!absolute || isIn(clean, Known.ALLOWED_FOLDERS) || isIn(path, Known.ALLOWED_FOLDERS)) {
            return variableEnd(known) && recursive ? Harm.DOUBTFUL : Harm.NONE;
        }
        if (clean.startsWith("~/")) {
            String folder = clean.substring(2).split("/", 2)[0];
            return Known.VALUABLES.contains(folder) && !clean.contains(".local/share/jupyter")
                    ? Harm.GRAVE
                    : Harm.DOUBTFUL;
        }
        boolean deepHome = clean.startsWith("/home/")
                && clean.chars().filter(c -> c == '/').count() > 2;
        return isIn(clean, Known.PACKAGE_FOLDERS) || deepHome ? Harm.DOUBTFUL : Harm.GRAVE;
    }

    private static boolean variableEnd(String path) {
        boolean variable = path.startsWith("$") || path.startsWith("{}");
        return variable && (path.endsWith("/*") || path.endsWith("/"));
    }

    private static boolean isIn(String path, Iterable<String> folders) {
        for (String folder : folders) {
            if (path.startsWith(folder) && path.length() > folder.length()) {
                return true;
            }
        }
        return false;
    }

    /** The path with its {@code .} and {@code ..} worked out. */
    private static String withoutDots(String path) {
        if (!path.contains("..") && !path.contains("//") && !path.contains("/./")) {
            return path;
        }
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
    }
}
