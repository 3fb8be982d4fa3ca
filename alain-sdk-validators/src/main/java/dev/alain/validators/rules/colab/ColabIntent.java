package dev.alain.validators.rules.colab;

import dev.alain.validation.NotebookView;
import dev.alain.validators.markdown.Prose;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a notebook says that it is made for Colab.
 *
 * @param badges links that open a notebook in Colab
 * @param metadata whether its metadata have Colab's part
 */
record ColabIntent(List<Badge> badges, boolean metadata) {
    private static final String HOST = "colab.research.google.com/";

    ColabIntent {
        badges = List.copyOf(badges);
    }

    /** A link that opens a notebook in Colab. */
    record Badge(String cellId, int line, String url) {}

    /** What a notebook says, read once. */
    static ColabIntent of(NotebookView view) {
        return view.derived(ColabIntent.class, ColabIntent::read);
    }

    private static ColabIntent read(NotebookView view) {
        List<Badge> badges = new ArrayList<>();
        for (Prose.Link link : Prose.of(view).links()) {
            if (!link.image() && opens(link.url())) {
                badges.add(new Badge(link.cellId(), link.place().line(), link.url()));
            }
        }
        for (Prose.Html html : Prose.of(view).html()) {
            String url = target(html.text());
            if (opens(url)) {
                badges.add(new Badge(html.cellId(), html.place().line(), url));
            }
        }
        return new ColabIntent(badges, view.metadata().path("colab").isObject());
    }

    private static boolean opens(String url) {
        int host = url.indexOf(HOST);
        return host >= 0 && !url.startsWith("assets/", host + HOST.length());
    }

    /** The first address on Colab in a tag's attribute; empty for none. */
    private static String target(String html) {
        int host = html.indexOf(HOST);
        while (host >= 0 && html.startsWith("assets/", host + HOST.length())) {
            host = html.indexOf(HOST, host + 1);
        }
        if (host < 0) {
            return "";
        }
        int end = host;
        while (end < html.length() && "\"'> \n\t".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        return "https://" + html.substring(host, end);
    }

    /** Whether the metadata or a badge says so. */
    boolean isForColab() {
        return metadata || !badges.isEmpty();
    }
}
