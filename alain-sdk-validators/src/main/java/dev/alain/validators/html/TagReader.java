package dev.alain.validators.html;

import dev.alain.validators.html.Tag.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the tags of a text by the rules of a browser's tokenizer; comments hide theirs.
 *
 * <p>What stands in elements of raw text is read as tags too, so that nothing depends on how they are nested.
 */
public final class TagReader {
    private final String text;
    private final List<Tag> tags = new ArrayList<>();
    private int at;

    private TagReader(String text) {
        this.text = text;
    }

    /** The tags in order; linear in the text. */
    public static List<Tag> read(String text) {
        TagReader reader = new TagReader(text);
        while (reader.at < text.length()) {
            int open = text.indexOf('<', reader.at);
            if (open < 0) {
                break;
            }
            reader.markup(open);
        }
        return List.copyOf(reader.tags);
    }

    private void markup(int open) {
        if (text.startsWith("<!--", open)) {
            at = commentEnd(open);
        } else if (text.startsWith("<!", open) || text.startsWith("<?", open)) {
            at = after('>', open);
        } else if (text.startsWith("</", open)) {
            if (letterAt(open + 2)) {
                tag(open, open + 2, true);
            } else {
                at = after('>', open);
            }
        } else if (letterAt(open + 1)) {
            tag(open, open + 1, false);
        } else {
            at = open + 1;
        }
    }

    private int commentEnd(int open) {
        if (text.startsWith(">", open + 4) || text.startsWith("->", open + 4)) {
            return after('>', open + 4);
        }
        for (int dashes = text.indexOf("--", open + 4); dashes >= 0; dashes = text.indexOf("--", dashes + 1)) {
            if (text.startsWith(">", dashes + 2) || text.startsWith("!>", dashes + 2)) {
                return after('>', dashes);
            }
        }
        return text.length();
    }

    private int after(char sign, int from) {
        int end = text.indexOf(sign, from);
        return end < 0 ? text.length() : end + 1;
    }

    private boolean letterAt(int index) {
        if (index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void tag(int open, int nameStart, boolean closing) {
        at = nameStart;
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '/' && text.charAt(at) != '>') {
            at++;
        }
        String name = plain(text.substring(nameStart, at));
        List<Attribute> attributes = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (isSpace(c) || c == '/') {
                at++;
            } else {
                attributes.add(attribute());
            }
        }
        boolean complete = at < text.length();
        at = complete ? at + 1 : at;
        tags.add(new Tag(name, attributes, closing, complete, open, at));
    }

    private Attribute attribute() {
        int start = at;
        at++;
        while (at < text.length() && !isSpace(text.charAt(at)) && "/>=".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = plain(text.substring(start, at));
        int before = at;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '=') {
            at = before;
            return new Attribute(name, "");
        }
        at++;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return new Attribute(name, References.decoded(value()));
    }

    private String value() {
        if (at >= text.length() || text.charAt(at) == '>') {
            return "";
        }
        char quote = text.charAt(at);
        int start = at;
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, at + 1);
            at = end < 0 ? text.length() : end + 1;
            return text.substring(start + 1, end < 0 ? text.length() : end);
        }
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>') {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /** In lower case and without the zero bytes that some readers drop. */
    private static String plain(String name) {
        return name.replace("\0", "").replace("\uFFFD", "").toLowerCase(Locale.ROOT);
    }
}
