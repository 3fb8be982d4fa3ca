package dev.alain.validators.markdown;

import dev.alain.code.Place;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.NotebookView;
import java.util.List;

/**
 * What the markdown cells of a notebook hold, in order.
 *
 * @param links with images among them
 * @param html raw HTML, block or inline
 * @param tables of GitHub's Markdown
 * @param fences fenced and indented code
 * @param paragraphs plain text of each paragraph, heading, list item and table cell
 */
public record Prose(
        List<Link> links, List<Html> html, List<Table> tables, List<Fence> fences, List<Paragraph> paragraphs) {
    /** Copies the lists. */
    public Prose {
        links = List.copyOf(links);
        html = List.copyOf(html);
        tables = List.copyOf(tables);
        fences = List.copyOf(fences);
        paragraphs = List.copyOf(paragraphs);
    }

    /** The prose of a notebook, parsed once. */
    public static Prose of(NotebookView view) {
        return view.derived(Prose.class, Prose::read);
    }

    private static Prose read(NotebookView view) {
        ProseReader reader = new ProseReader();
        for (MarkdownCell cell : view.markdown()) {
            reader.read(cell.id(), cell.source());
        }
        return reader.prose();
    }

    /**
     * A link or an image.
     *
     * @param text the visible text of a link, the alternative text of an image
     * @param url as written, percent signs and entities decoded as Markdown says
     */
    public record Link(String cellId, boolean image, String text, String url, String title, Place place) {}

    /** Raw HTML as it stands. */
    public record Html(String cellId, boolean block, String text, Place place) {}

    /** A table; its header cells' texts and the number of its body rows. */
    public record Table(String cellId, List<String> header, int rows, Place place) {
        public Table {
            header = List.copyOf(header);
        }
    }

    /**
     * A block of code.
     *
     * @param info what follows the opening fence; empty for indented code
     * @param closed whether a fence ends it; true for indented code
     */
    public record Fence(String cellId, String info, String code, boolean closed, Place place) {}

    /**
     * Plain text.
     *
     * @param kind {@code paragraph}, {@code heading}, {@code item} or {@code cell}
     * @param strong whether all of it is bold
     */
    public record Paragraph(String cellId, String kind, String text, boolean strong, Place place) {
        /** How many words it has. */
        public int words() {
            int words = 0;
            boolean inside = false;
            for (int i = 0; i < text.length(); i++) {
                boolean letter = Character.isLetterOrDigit(text.charAt(i));
                boolean space = Character.isWhitespace(text.charAt(i));
                words += letter && !inside ? 1 : 0;
                inside = letter || inside && !space;
            }
            return words;
        }
    }
}
