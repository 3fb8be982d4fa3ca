package dev.alain.validators.rules.structure;

import dev.alain.validators.markdown.Prose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds HTML elements that a markdown cell opens and does not close. */
final class OpenTags {
    /** Elements whose end HTML requires and whose lack is seen; {@code p}, {@code li}, {@code td} may be left open. */
    private static final Set<String> CLOSED = Set.of(
            "details",
            "summary",
            "div",
            "table",
            "center",
            "span",
            "font",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "pre",
            "code",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "sub",
            "sup",
            "blockquote",
            "style",
            "script",
            "a",
            "iframe",
            "video",
            "button",
            "section",
            "svg");

    private OpenTags() {}

    /** An element that stays open. */
    record Tag(String cellId, int line, String name) {}

    static List<Tag> of(Prose prose) {
        Map<String, Map<String, Deque<Tag>>> open = new LinkedHashMap<>();
        for (Prose.Html html : prose.html()) {
            collect(html, open.computeIfAbsent(html.cellId(), id -> new LinkedHashMap<>()));
        }
        List<Tag> left = new ArrayList<>();
        // One finding a kind of element and cell is enough.
        open.values()
                .forEach(kinds -> kinds.values().forEach(tags -> {
                    if (!tags.isEmpty()) {
                        left.add(tags.peekLast());
                    }
                }));
        return left;
    }

    private static void collect(Prose.Html html, Map<String, Deque<Tag>> open) {
        String text = html.text();
        int line = html.place().line();
        int counted = 0;
        int i = text.indexOf('<');
        while (i >= 0) {
            int next = i + 1;
            if (text.startsWith("<!--", i)) {
                int end = text.indexOf("-->", i);
                next = end < 0 ? text.length() : end;
            } else {
                boolean closing = text.startsWith("</", i);
                String name = name(text, closing ? i + 2 : i + 1);
                int end = text.indexOf('>', i);
                String tag = text.substring(i, end < 0 ? text.length() : end);
                line += (int) text.substring(counted, i)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                counted = i;
                Deque<Tag> tags = CLOSED.contains(name) ? open.computeIfAbsent(name, n -> new ArrayDeque<>()) : null;
                if (tags != null && closing) {
                    tags.pollLast();
                } else if (tags != null && !tag.endsWith("/") && !isAnchor(name, tag)) {
                    tags.addLast(new Tag(html.cellId(), line, name));
                }
            }
            i = next >= text.length() ? -1 : text.indexOf('<', next);
        }
    }

    /** A place to link to shows nothing, so nothing is seen when it stays open. */
    private static boolean isAnchor(String name, String tag) {
        return name.equals("a") && !tag.toLowerCase(Locale.ROOT).contains("href");
    }

    private static String name(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
