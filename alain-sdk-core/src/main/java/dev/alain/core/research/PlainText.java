package dev.alain.core.research;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Markdown as plain text: links are their text, images and HTML are gone, invisible characters too. */
public final class PlainText {
    private PlainText() {}

    static String of(Node node) {
        Collector collector = new Collector();
        node.accept(collector);
        return visible(unescape(collector.text.toString()));
    }

    /** The text of HTML, comments left out. */
    static String withoutHtml(String html) {
        return visible(unescape(withoutTags(html)));
    }

    static String withoutTags(String html) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                break;
            }
            text.append(html, at, open);
            boolean comment = html.startsWith("<!--", open);
            int close = html.indexOf(comment ? "-->" : ">", open);
            if (close < 0) {
                return text.toString();
            }
            at = close + (comment ? 3 : 1);
        }
        return at < html.length() ? text.append(html, at, html.length()).toString() : text.toString();
    }

    static String unescape(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&");
    }

    /** Without characters that nobody sees (bidi and zero-width controls, tags), white space folded. */
    public static String visible(String text) {
        StringBuilder kept = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || c == 0xa0) {
                space = kept.length() > 0;
            } else if (!isInvisible(c)) {
                if (space) {
                    kept.append(' ');
                    space = false;
                }
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.PRIVATE_USE
                || (c >= 0xE0000 && c <= 0xE007F)
                || c == 0xFFFD;
    }

    private static final class Collector extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append('`').append(node.getLiteral()).append('`');
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(Image node) {
            // A picture is shown by its page, not quoted.
        }

        @Override
        public void visit(HtmlInline node) {
            text.append(node.getLiteral().startsWith("<br") ? " " : "");
        }
    }
}
