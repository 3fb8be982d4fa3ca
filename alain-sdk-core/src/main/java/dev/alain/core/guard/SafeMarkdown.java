package dev.alain.core.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Prose of a teacher as Markdown that can do nothing: no HTML but a few bare tags, no pictures, links to known hosts only,
 * headings below those of the manual. A Markdown parser says what is what, so code stays as it is.
 */
public final class SafeMarkdown {
    /** Where a teacher may send readers; other addresses are invented too often, or somebody else's wish. */
    private static final Set<String> HOSTS = Set.of(
            "huggingface.co",
            "arxiv.org",
            "github.com",
            "pytorch.org",
            "docs.python.org",
            "scikit-learn.org",
            "numpy.org",
            "pandas.pydata.org",
            "en.wikipedia.org");

    private static final Set<String> TAGS = Set.of("br", "sub", "sup", "details", "summary", "kbd");

    /** What one pass uncovers the next one mends; more passes than this only a text needs that means harm. */
    private static final int MOST_PASSES = 6;

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** A stretch of the text and what stands there instead. */
    private record Edit(int start, int end, String text) {}

    private SafeMarkdown() {}

    /** The same prose, made harmless. */
    public static String of(String text) {
        String safe =
                VisibleText.of(text).replace("\r\n", "\n").replace('\r', '\n').strip();
        if (isPlain(safe)) {
            return safe;
        }
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<Edit> edits = edits(safe);
            if (edits.isEmpty()) {
                return closed(safe);
            }
            safe = applied(safe, edits).strip();
        }
        return safe.replace("<", "&lt;").replace("](", "] (").strip();
    }

    /** Whether there is no sign in a text that could open a tag, a link, a heading or a fence. */
    private static boolean isPlain(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if ("<[`~#".indexOf(c) >= 0) {
                return false;
            }
            if (c == '\n') {
                String line = text.substring(start, i).strip();
                start = i + 1;
                boolean underline = !line.isEmpty() && line.chars().allMatch(sign -> sign == '=' || sign == '-');
                if (underline) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        PARSER.parse(text).accept(new Finder(text, edits));
        edits.sort(Comparator.comparingInt(Edit::start)
                .thenComparing(Comparator.comparingInt(Edit::end).reversed()));
        return edits;
    }

    /** Outer edits first; what lies within one is looked at in the next pass. */
    private static String applied(String text, List<Edit> edits) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            if (edit.start() >= at) {
                result.append(text, at, edit.start()).append(edit.text());
                at = edit.end();
            }
        }
        return result.append(text, at, text.length()).toString();
    }

    /** A fence or a fold that is never closed would swallow what the manual puts behind the text. */
    private static String closed(String text) {
        StringBuilder result = new StringBuilder(text);
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                boolean outermost = block.getParent() instanceof Document;
                if (outermost && block.getClosingFenceLength() == null) {
                    result.append('\n').append(block.getFenceCharacter().repeat(block.getOpeningFenceLength()));
                }
            }
        });
        int open = count(text, "<details>") - count(text, "</details>");
        return result.append("\n\n</details>".repeat(Math.max(0, open))).toString();
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static boolean isKnown(String target) {
        if (target.startsWith("#")) {
            return true;
        }
        int start = "https://".length();
        int end = start;
        while (end < target.length() && "/?#:".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return target.startsWith("https://") && HOSTS.contains(target.substring(start, end));
    }

    /** Notes what has to be changed. */
    private static final class Finder extends AbstractVisitor {
        private final String text;
        private final List<Edit> edits;

        Finder(String text, List<Edit> edits) {
            this.text = text;
            this.edits = edits;
        }

        private void edit(Node node, java.util.function.UnaryOperator<String> change) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                return;
            }
            SourceSpan last = spans.get(spans.size() - 1);
            int start = spans.get(0).getInputIndex();
            int end = last.getInputIndex() + last.getLength();
            String before = text.substring(start, end);
            String after = change.apply(before);
            if (!after.equals(before)) {
                edits.add(new Edit(start, end, after));
            }
        }

        @Override
        public void visit(HtmlInline html) {
            edit(html, Finder::harmless);
        }

        @Override
        public void visit(HtmlBlock html) {
            edit(html, Finder::harmless);
        }

        /** Bare tags of the list stay, comments go, everything else is shown as text. */
        private static String harmless(String html) {
            StringBuilder safe = new StringBuilder();
            int at = 0;
            while (at < html.length()) {
                char c = html.charAt(at);
                int close = c == '<' ? html.indexOf(html.startsWith("<!--", at) ? "-->" : ">", at) : -1;
                if (c == '<' && close > 0 && html.startsWith("<!--", at)) {
                    at = close + 3;
                } else if (c == '<' && close > 0 && isBareTag(html.substring(at + 1, close))) {
                    safe.append(html, at, close + 1);
                    at = close + 1;
                } else {
                    safe.append(c == '<' ? "&lt;" : String.valueOf(c));
                    at++;
                    if (c == '<' && close < 0) {
                        return safe.append(html.substring(at).replace("<", "&lt;"))
                                .toString();
                    }
                }
            }
            return safe.toString();
        }

        private static boolean isBareTag(String inside) {
            String name = inside.startsWith("/") ? inside.substring(1) : inside;
            return TAGS.contains(name);
        }

        @Override
        public void visit(Image image) {
            edit(image, before -> inner(image));
        }

        @Override
        public void visit(Link link) {
            if (isKnown(link.getDestination())) {
                visitChildren(link);
            } else {
                edit(link, before -> inner(link));
            }
        }

        private String inner(Node node) {
            Node first = node.getFirstChild();
            Node last = node.getLastChild();
            if (first == null || last == null) {
                return "";
            }
            List<SourceSpan> starts = first.getSourceSpans();
            List<SourceSpan> ends = last.getSourceSpans();
            if (starts.isEmpty() || ends.isEmpty()) {
                return "";
            }
            SourceSpan end = ends.get(ends.size() - 1);
            String inner = text.substring(starts.get(0).getInputIndex(), end.getInputIndex() + end.getLength());
            // The text of a bare address is the address, which viewers make a link again.
            return inner.contains("://") ? "" : inner;
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            if (!isKnown(definition.getDestination())) {
                edit(definition, before -> before.replace("[", "\\["));
            }
        }

        /** Levels 1 and 2 are the manual's own. */
        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() <= 2) {
                edit(heading, before -> "### " + (before.startsWith("#") ? withoutMarks(before) : inner(heading)));
            } else {
                visitChildren(heading);
            }
        }

        private static String withoutMarks(String line) {
            int start = 0;
            while (start < line.length() && line.charAt(start) == '#') {
                start++;
            }
            return line.substring(start).strip();
        }
    }
}
