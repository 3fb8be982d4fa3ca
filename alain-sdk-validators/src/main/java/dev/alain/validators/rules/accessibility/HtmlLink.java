package dev.alain.validators.rules.accessibility;

import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link written as HTML.
 *
 * @param text what stands between its tags, without tags
 * @param images the image tags in it
 */
record HtmlLink(String cellId, String url, String text, List<HtmlTag> images, int line) {
    HtmlLink {
        images = List.copyOf(images);
    }

    /** Every link of a notebook's markdown that is written as HTML. */
    static List<HtmlLink> of(NotebookView view) {
        Map<String, String> sources = new HashMap<>();
        for (MarkdownCell cell : view.markdown()) {
            sources.put(cell.id(), cell.source());
        }
        List<HtmlLink> links = new ArrayList<>();
        HtmlTag open = null;
        int textFrom = 0;
        StringBuilder text = new StringBuilder();
        List<HtmlTag> images = new ArrayList<>();
        for (HtmlTag tag : HtmlTag.of(view)) {
            if (open != null && open.cellId().equals(tag.cellId())) {
                text.append(slice(sources.get(tag.cellId()), textFrom, tag.start()))
                        .append(' ');
                textFrom = tag.end();
            }
            if (tag.name().equals("a")) {
                if (open != null && tag.closing() && open.cellId().equals(tag.cellId())) {
                    String url = open.attribute("href").orElse("");
                    links.add(new HtmlLink(open.cellId(), url, text.toString().strip(), images, open.line()));
                }
                open = tag.closing() || tag.attribute("href").isEmpty() ? null : tag;
                textFrom = tag.end();
                text.setLength(0);
                images.clear();
            } else if (tag.name().equals("img")) {
                images.add(tag);
            }
        }
        return links;
    }

    private static String slice(@Nullable String source, int from, int to) {
        return source == null || from > to || to > source.length() ? "" : source.substring(from, to);
    }
}
