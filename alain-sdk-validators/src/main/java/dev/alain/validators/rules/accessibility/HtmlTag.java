package dev.alain.validators.rules.accessibility;

import dev.alain.code.Place;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.NotebookView;
import dev.alain.validators.markdown.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTML tag in a markdown cell.
 *
 * @param name in lower case
 * @param closing whether it is {@code </name>}
 * @param attributes by name in lower case; one without a value has an empty one
 * @param start where it begins in the cell's text
 * @param end where the text after it begins
 */
record HtmlTag(
        String cellId, String name, boolean closing, Map<String, String> attributes, int line, int start, int end) {
    /** Every tag of a notebook, in order, read once. */
    static List<HtmlTag> of(NotebookView view) {
        return view.derived(All.class, All::read).tags();
    }

    Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted));
    }

    private record All(List<HtmlTag> tags) {
        static All read(NotebookView view) {
            Map<String, CellText> texts = new HashMap<>();
            for (MarkdownCell cell : view.markdown()) {
                texts.put(cell.id(), new CellText(cell.source()));
            }
            List<HtmlTag> tags = new ArrayList<>();
            for (Prose.Html html : Prose.of(view).html()) {
                CellText text = texts.getOrDefault(html.cellId(), new CellText(""));
                collect(html.cellId(), text, html.place(), tags);
            }
            return new All(List.copyOf(tags));
        }

        private static void collect(String cell, CellText text, Place place, List<HtmlTag> tags) {
            int end = text.offset(place.endLine(), place.endColumn());
            int at = text.offset(place.line(), place.column());
            while (at < end) {
                at = text.source().indexOf('<', at);
                if (at < 0 || at >= end) {
                    return;
                }
                TagReader reader = new TagReader(text.source(), at, end);
                if (reader.read()) {
                    tags.add(new HtmlTag(
                            cell,
                            reader.name().toLowerCase(Locale.ROOT),
                            reader.closing(),
                            reader.attributes(),
                            text.line(at),
                            at,
                            reader.position()));
                }
                at = Math.max(reader.position(), at + 1);
            }
        }
    }
}
