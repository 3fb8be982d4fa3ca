package dev.alain.core.research;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The Markdown of a card: its sections and its code, each with its lines.
 *
 * <p>Lists read as one paragraph an item. Code hidden in HTML blocks ({@code <details>}, {@code <pre><code>}) is found too.
 */
record CardBody(List<CardSection> sections, List<CodeBlock> code) {
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /**
     * Reads Markdown.
     *
     * @param firstLine the line of the file on which the body begins, from 1
     */
    static CardBody read(String markdown, int firstLine) {
        Collector collector = new Collector(firstLine);
        PARSER.parse(markdown).accept(collector);
        collector.closeSection(firstLine + (int) markdown.lines().count());
        return new CardBody(List.copyOf(collector.sections), List.copyOf(collector.code));
    }

    private static final class Collector extends AbstractVisitor {
        private final int offset;
        private final List<CardSection> sections = new ArrayList<>();
        private final List<CodeBlock> code = new ArrayList<>();
        private List<String> paragraphs = new ArrayList<>();
        private String heading = "";
        private int level;
        private int sectionStart;
        private int listDepth;

        Collector(int offset) {
            this.offset = offset;
            this.sectionStart = offset;
        }

        void closeSection(int nextLine) {
            if (!heading.isEmpty() || !paragraphs.isEmpty()) {
                int last = Math.max(sectionStart, nextLine - 1);
                sections.add(new CardSection(heading, level, List.copyOf(paragraphs), sectionStart, last));
            }
            paragraphs = new ArrayList<>();
            sectionStart = nextLine;
        }

        @Override
        public void visit(Heading node) {
            closeSection(firstLine(node));
            heading = PlainText.of(node);
            level = node.getLevel();
        }

        @Override
        public void visit(Paragraph node) {
            String text = PlainText.of(node);
            boolean table =
                    text.startsWith("|") || text.chars().filter(c -> c == '|').count() > 5;
            if (!text.isEmpty() && !table) {
                paragraphs.add(listDepth > 0 ? "- " + text : text);
            }
        }

        @Override
        public void visit(BulletList node) {
            inList(node);
        }

        @Override
        public void visit(OrderedList node) {
            inList(node);
        }

        private void inList(Node node) {
            listDepth++;
            visitChildren(node);
            listDepth--;
        }

        @Override
        public void visit(FencedCodeBlock node) {
            add(InfoString.language(node.getInfo()), node.getLiteral(), node);
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            add("", node.getLiteral(), node);
        }

        @Override
        public void visit(HtmlBlock node) {
            for (String block : HtmlCode.blocks(node.getLiteral())) {
                add("", block, node);
            }
            String text = PlainText.withoutHtml(node.getLiteral());
            if (text.length() > 40 && HtmlCode.blocks(node.getLiteral()).isEmpty()) {
                paragraphs.add(text);
            }
        }

        private void add(String info, String literal, Block node) {
            if (!literal.isBlank()) {
                code.add(new CodeBlock(info, literal.stripTrailing(), heading, firstLine(node), lastLine(node)));
            }
        }

        private int firstLine(Node node) {
            var spans = node.getSourceSpans();
            return spans.isEmpty() ? offset : offset + spans.get(0).getLineIndex();
        }

        private int lastLine(Node node) {
            var spans = node.getSourceSpans();
            return spans.isEmpty()
                    ? offset
                    : offset + spans.get(spans.size() - 1).getLineIndex();
        }
    }
}
