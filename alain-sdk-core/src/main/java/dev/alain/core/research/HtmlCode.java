package dev.alain.core.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Code in HTML: {@code <pre>} elements, with or without a {@code <code>} inside. */
final class HtmlCode {
    private HtmlCode() {}

    static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        String lower = html.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("<pre");
        while (at >= 0) {
            int start = lower.indexOf('>', at);
            int end = start < 0 ? -1 : lower.indexOf("</pre", start);
            if (end < 0) {
                break;
            }
            blocks.add(PlainText.unescape(PlainText.withoutTags(html.substring(start + 1, end))));
            at = lower.indexOf("<pre", end);
        }
        return blocks;
    }
}
