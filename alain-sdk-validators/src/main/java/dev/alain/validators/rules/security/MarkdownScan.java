package dev.alain.validators.rules.security;

import dev.alain.validation.Severity;
import dev.alain.validators.html.Cleaning;
import dev.alain.validators.html.Tag;
import dev.alain.validators.html.TagReader;
import dev.alain.validators.html.Target;
import dev.alain.validators.rules.security.MarkdownGuard.Edit;
import dev.alain.validators.rules.security.MarkdownGuard.Problem;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Goes through a parsed Markdown text and notes what has to change. */
final class MarkdownScan extends AbstractVisitor {
    /** More loose tags than this are not looked at; a text that has them is no prose. */
    private static final int MOST_LOOSE_TAGS = 300;

    private static final int LONGEST_SIGN = "mailto:".length();
    private static final List<String> ADDRESS_SIGNS = List.of("://", "www.", "mailto:", "xmpp:", "@");

    private final String text;
    private final List<Edit> edits;
    private final BitSet code = new BitSet();
    private @Nullable Node swallowing;
    private int checked;
    private int looseTags;

    private MarkdownScan(String text, List<Edit> edits) {
        this.text = text;
        this.edits = edits;
    }

    static void of(Node document, String text, List<Edit> edits) {
        MarkdownScan scan = new MarkdownScan(text, edits);
        document.accept(scan);
        FormulaLinks.of(text, scan.code, edits);
    }

    @Override
    public void visit(Code code) {
        notRead(code);
        Node block = blockOf(code);
        boolean swallowed = block.equals(swallowing) || (start(code) >= 0 && inAddress(start(code)));
        if (swallowed) {
            swallowing = block;
            html(code);
        }
    }

    private static Node blockOf(Node node) {
        Node block = node;
        while (block.getParent() != null && !(block instanceof Block)) {
            block = block.getParent();
        }
        return block;
    }

    /** Viewers that link bare addresses take a backtick into them, and then no code begins there. */
    private boolean inAddress(int at) {
        int start = at;
        int least = Math.max(0, checked - LONGEST_SIGN);
        while (start > least && text.charAt(start - 1) > ' ' && text.charAt(start - 1) != '<') {
            start--;
        }
        checked = at;
        String before = text.substring(start, at).toLowerCase(Locale.ROOT);
        return ADDRESS_SIGNS.stream().anyMatch(before::contains);
    }

    private void notRead(Node node) {
        if (start(node) >= 0) {
            code.set(start(node), end(node));
        }
    }

    @Override
    public void visit(FencedCodeBlock block) {
        notRead(block);
    }

    /** What is indented below a footnote is its next paragraph for viewers that know footnotes. */
    @Override
    public void visit(IndentedCodeBlock block) {
        Node before = block.getPrevious();
        if (before != null && start(before) >= 0 && text.startsWith("[^", start(before))) {
            html(block);
        } else {
            notRead(block);
        }
    }

    @Override
    public void visit(HtmlBlock block) {
        html(block);
    }

    @Override
    public void visit(HtmlInline inline) {
        html(inline);
    }

    /** The lines of a node stand apart in the text when it lies in a quote or a list. */
    private void html(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        StringBuilder html = new StringBuilder();
        for (SourceSpan span : spans) {
            html.append(html.isEmpty() ? "" : "\n")
                    .append(text, span.getInputIndex(), span.getInputIndex() + span.getLength());
        }
        for (Cleaning.Change change : Cleaning.of(html.toString())) {
            int start = index(spans, change.start());
            int end = Math.max(
                    start, index(spans, Math.max(0, change.end() - 1)) + (change.end() > change.start() ? 1 : 0));
            edits.add(new Edit(
                    start,
                    end,
                    change.text(),
                    new Problem("SEC014", change.severity(), start, change.message(), true)));
        }
    }

    private static int index(List<SourceSpan> spans, int offset) {
        int rest = offset;
        for (SourceSpan span : spans) {
            if (rest <= span.getLength()) {
                return span.getInputIndex() + rest;
            }
            rest -= span.getLength() + 1;
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return last.getInputIndex() + last.getLength();
    }

    /** A tag that Markdown takes for text, because it never ends, is one for other readers. */
    @Override
    public void visit(Text node) {
        for (SourceSpan span : node.getSourceSpans()) {
            int end = span.getInputIndex() + span.getLength();
            for (int at = text.indexOf('<', span.getInputIndex());
                    at >= 0 && at < end;
                    at = text.indexOf('<', at + 1)) {
                boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
                if (!escaped) {
                    looseTag(at);
                }
            }
        }
    }

    private void looseTag(int at) {
        int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if ((next != '!' && !Character.isLetter(next)) || ++looseTags > MOST_LOOSE_TAGS) {
            return;
        }
        List<Tag> tags = TagReader.read(text.substring(at, Math.min(text.length(), at + 1000)));
        boolean acts = !tags.isEmpty()
                && tags.get(0).start() == 0
                && dev.alain.validators.html.Active.in(tags.get(0)).stream()
                        .anyMatch(act -> act.severity() == Severity.ERROR);
        if (acts) {
            String name = tags.get(0).name();
            String message =
                    "<" + (name.length() > 20 ? name.substring(0, 20) : name) + " is the beginning of a tag that acts";
            edits.add(new Edit(at, at + 1, "&lt;", new Problem("SEC014", Severity.WARNING, at, message, true)));
        }
    }

    @Override
    public void visit(Link link) {
        Target target = Target.of(link.getDestination(), false);
        if (target == Target.ACTIVE) {
            replace(link, inner(link), "the link " + shown(link.getDestination()) + " runs code");
        } else if (target == Target.ODD) {
            note(link, "the link " + shown(link.getDestination()) + " leads to a program few readers have");
        } else if (target == Target.DOUBTFUL) {
            String message =
                    "the link " + shown(link.getDestination()) + " leads to the reader's own machine or session";
            replace(link, inner(link), Severity.WARNING, message);
        } else {
            otherHost(link);
        }
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        Target target = Target.of(image.getDestination(), true);
        if (target == Target.ACTIVE) {
            replace(image, inner(image), "the picture " + shown(image.getDestination()) + " runs code");
        } else if (target == Target.DOUBTFUL) {
            String message =
                    "the picture " + shown(image.getDestination()) + " is the reader's own, or a drawing that acts";
            replace(image, inner(image), Severity.WARNING, message);
        }
        visitChildren(image);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        Target target = Target.of(definition.getDestination(), false);
        if (target == Target.ACTIVE || target == Target.DOUBTFUL) {
            replace(
                    definition,
                    "[" + definition.getLabel() + "]: #",
                    target == Target.ACTIVE ? Severity.ERROR : Severity.WARNING,
                    "the link " + shown(definition.getDestination())
                            + (target == Target.ACTIVE
                                    ? " runs code"
                                    : " leads to the reader's own machine or session"));
        } else if (start(definition) >= 0) {
            // Viewers that know footnotes, or other rules for definitions, show what stands in one.
            html(definition);
        }
    }

    private void otherHost(Link link) {
        String destination = Address.host(link.getDestination()).replaceFirst("^www\\.", "");
        StringBuilder words = new StringBuilder();
        for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
            words.append(child instanceof Text word ? word.getLiteral() : " ");
        }
        String visible = words.toString().strip().toLowerCase(Locale.ROOT);
        boolean address = (visible.startsWith("http://") || visible.startsWith("https://")) && visible.indexOf(' ') < 0;
        String host = address ? Address.host(visible).replaceFirst("^www\\.", "") : "";
        boolean same = host.isEmpty()
                || destination.isEmpty()
                || host.equals(destination)
                || host.endsWith("." + destination)
                || destination.endsWith("." + host);
        if (!same) {
            note(link, "the link shows " + host + " and leads to " + destination);
        }
    }

    private void note(Node node, String message) {
        int start = start(node);
        if (start >= 0) {
            edits.add(new Edit(start, start, "", new Problem("SEC015", Severity.WARNING, start, message, false)));
        }
    }

    private void replace(Node node, String with, String message) {
        replace(node, with, Severity.ERROR, message);
    }

    private void replace(Node node, String with, Severity severity, String message) {
        int start = start(node);
        if (start >= 0) {
            edits.add(new Edit(start, end(node), with, new Problem("SEC015", severity, start, message, true)));
        }
    }

    /** The visible text of a link as it stands; an address in angle brackets becomes code. */
    private String inner(Node node) {
        int start = start(node);
        if (start >= 0 && text.charAt(start) == '<') {
            return "`"
                    + text.substring(start + 1, Math.max(start + 1, end(node) - 1))
                            .replace("`", "") + "`";
        }
        int first = -1;
        int last = -1;
        // The end of a line has no place of its own.
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (start(child) >= 0) {
                first = first < 0 ? start(child) : first;
                last = Math.max(last, end(child));
            }
        }
        return first < 0 ? "" : text.substring(first, last);
    }

    private static int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? -1 : spans.get(0).getInputIndex();
    }

    private static int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        SourceSpan last = spans.get(spans.size() - 1);
        return last.getInputIndex() + last.getLength();
    }

    private static String shown(String address) {
        StringBuilder plain = new StringBuilder();
        address.codePoints().limit(60).forEach(c -> plain.appendCodePoint(c < ' ' || c == 0x7f ? ' ' : c));
        return address.length() > 60 ? plain + "…" : plain.toString();
    }
}
