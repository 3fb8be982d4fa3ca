package dev.alain.core.text;

/** Text of others as Markdown that shows it and does nothing else. */
public final class MarkdownText {
    private MarkdownText() {}

    /** On one line, every sign that means something in Markdown or HTML made plain. */
    public static String inline(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> plain.append("&lt;");
                case '>' -> plain.append("&gt;");
                case '[', ']', '*', '$', '|', '~', '\\' -> plain.append('\\').append(c);
                case '\n', '\r', '\t' -> plain.append(' ');
                // A blank of our own scripts must not be opened by a card.
                case '{' -> plain.append("&#123;");
                default -> plain.append(c);
            }
        }
        return plain.toString().replace("`", "");
    }

    /** As a block quote, one line a paragraph. */
    public static String quote(String text) {
        StringBuilder quote = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean item = line.startsWith("- ");
            String plain = inline(item ? line.substring(2) : line).strip();
            if (!plain.isEmpty()) {
                quote.append(quote.length() == 0 || item ? "" : ">\n").append("> ");
                quote.append(item ? "- " : "").append(escapedStart(plain)).append('\n');
            }
        }
        return quote.toString().stripTrailing();
    }

    /** A line must not start a heading, a list or a rule. */
    private static String escapedStart(String line) {
        boolean special = "#-+=".indexOf(line.charAt(0)) >= 0;
        return special ? "\\" + line : line;
    }

    /** As a code block whose fence is longer than any in the text, so that nothing breaks out of it. */
    public static String fenced(String language, String text) {
        int run = 0;
        int longest = 2;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + language + "\n" + text + "\n" + fence;
    }
}
