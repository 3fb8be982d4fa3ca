package dev.alain.validators.markdown;

import dev.alain.code.Place;
import dev.alain.validators.markdown.Prose.Fence;
import dev.alain.validators.markdown.Prose.Html;
import dev.alain.validators.markdown.Prose.Link;
import dev.alain.validators.markdown.Prose.Paragraph;
import dev.alain.validators.markdown.Prose.Table;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Collects what the markdown cells hold; one instance a notebook. */
final class ProseReader extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final List<Link> links = new ArrayList<>();
    private final List<Html> html = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Fence> fences = new ArrayList<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private String cellId = "";
    private String[] lines = {};

    void read(String id, String source) {
        cellId = id;
        lines = source.split("\n", -1);
        PARSER.parse(source).accept(this);
    }

    Prose prose() {
        return new Prose(links, html, tables, fences, paragraphs);
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
        links.add(new Link(
                cellId, false, PlainText.of(link), link.getDestination(), orEmpty(link.getTitle()), place(link)));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        links.add(new Link(
                cellId, true, PlainText.of(image), image.getDestination(), orEmpty(image.getTitle()), place(image)));
    }

    @Override
    public void visit(HtmlBlock block) {
        html.add(new Html(cellId, true, block.getLiteral(), place(block)));
    }

    @Override
    public void visit(HtmlInline inline) {
        html.add(new Html(cellId, false, inline.getLiteral(), place(inline)));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        fences.add(new Fence(
                cellId,
                orEmpty(block.getInfo()),
                orEmpty(block.getLiteral()),
                block.getClosingFenceLength() != null,
                place(block)));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        fences.add(new Fence(cellId, "", orEmpty(block.getLiteral()), true, place(block)));
    }

    @Override
    public void visit(Heading heading) {
        text(heading, "heading");
    }

    @Override
    public void visit(org.commonmark.node.Paragraph paragraph) {
        text(paragraph, paragraph.getParent() instanceof ListItem ? "item" : "paragraph");
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            text(node, "cell");
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            table(block);
        }
        visitChildren(block);
    }

    private void text(Node node, String kind) {
        Node only = node.getFirstChild();
        boolean strong = only instanceof StrongEmphasis && only.getNext() == null;
        paragraphs.add(new Paragraph(cellId, kind, PlainText.of(node), strong, place(node)));
        visitChildren(node);
    }

    private void table(Node table) {
        List<String> header = new ArrayList<>();
        int rows = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead) {
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        header.add(PlainText.of(cell));
                    }
                } else if (part instanceof TableBody && row instanceof TableRow) {
                    rows++;
                }
            }
        }
        tables.add(new Table(cellId, header, rows, place(table)));
    }

    private Place place(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return node.getParent() == null ? new Place(1, 1, 1, 1) : place(node.getParent());
        }
        SourceSpan first = spans.get(0);
        SourceSpan last = spans.get(spans.size() - 1);
        return new Place(
                first.getLineIndex() + 1,
                column(first.getLineIndex(), first.getColumnIndex()),
                last.getLineIndex() + 1,
                column(last.getLineIndex(), last.getColumnIndex() + last.getLength()));
    }

    /** From an index in UTF-16 units to a column in code points from 1. */
    private int column(int line, int index) {
        String text = line < lines.length ? lines[line] : "";
        return text.codePointCount(0, Math.min(index, text.length())) + 1;
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
