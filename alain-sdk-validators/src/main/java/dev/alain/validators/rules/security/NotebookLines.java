package dev.alain.validators.rules.security;

import java.util.Set;

/** Reads what a shell is given by IPython's lines. */
final class NotebookLines {
    private static final Set<String> SHELL_MAGICS =
            Set.of("sx", "system", "sc", "bash", "sh", "script", "shell", "alias", "bigquery_shell");
    private static final Set<String> INSTALLERS = Set.of("pip", "conda", "mamba", "uv");

    private NotebookLines() {}

    /** The shell text of a line or of a whole cell magic, with as many lines before its commands; empty for none. */
    static String shellOf(String text) {
        if (text.startsWith("!")) {
            return text.startsWith("!!") ? text.substring(2) : text.substring(1);
        }
        String rest = text.startsWith("%%") ? text.substring(2) : text.startsWith("%") ? text.substring(1) : text;
        int end = rest.indexOf('\n');
        String first = (end < 0 ? rest : rest.substring(0, end)).strip();
        String body = end < 0 ? "" : rest.substring(end + 1);
        String name = first.split("\\s", 2)[0];
        String after = first.substring(name.length()).strip();
        if (text.startsWith("%%")) {
            boolean script = name.equals("script")
                    && !Set.of("bash", "sh", "zsh", "sudo").contains(after.split("\\s", 2)[0].replaceAll("^.*/", ""));
            boolean written = Set.of("writefile", "file").contains(name) && after.endsWith(".sh");
            boolean shell = SHELL_MAGICS.contains(name) && !script || name.equals("!") || name.equals("!!") || written;
            return shell ? "\n" + body : "";
        }
        if (INSTALLERS.contains(name)) {
            return first;
        }
        return SHELL_MAGICS.contains(name) ? after : "";
    }

    /** The address that a line magic fetches code from; empty for none. */
    static String fetchedBy(String text) {
        for (String magic : Set.of("%run ", "%load ", "%loadpy ", "%pastebin ")) {
            if (text.startsWith(magic) && text.contains("://")) {
                return text.substring(magic.length()).strip();
            }
        }
        return "";
    }
}
