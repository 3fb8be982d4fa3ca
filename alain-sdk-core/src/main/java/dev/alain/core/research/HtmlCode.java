package dev.alain.core.research;

import java.util.ArrayList;
import java.util.List;

/** Code in HTML: {@code <pre>} elements, with or without a {@code <code>} inside. */
final class HtmlCode {
    private HtmlCode() {}

    static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        String lower = asciiLowerCase(html);
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

    /** Lower case that keeps every index: full lower-casing makes some letters longer. */
    private static String asciiLowerCase(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + 32));
            }
        }
        return lower.toString();
    }
}
