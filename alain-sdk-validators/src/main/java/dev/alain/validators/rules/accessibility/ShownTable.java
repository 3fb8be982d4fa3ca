package dev.alain.validators.rules.accessibility;

import java.util.Locale;

/**
 * The size of a table that a cell shows.
 *
 * @param rows that are shown, header not counted
 * @param columns of the table, those left out by pandas included
 */
record ShownTable(int rows, int columns) {
    private static final int LONGEST_CAPTION = 200;

    /** The largest table of an HTML output; nothing but zeros when there is none. */
    static ShownTable in(String html) {
        int rows = 0;
        int widest = 0;
        int width = 0;
        int headers = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (isTag(html, at, "tr")) {
                rows++;
                width = 0;
            } else if (isTag(html, at, "th") || isTag(html, at, "td")) {
                widest = Math.max(widest, ++width);
            } else if (isTag(html, at, "/thead")) {
                headers = rows;
            }
        }
        return new ShownTable(Math.max(rows - headers, 0), Math.max(widest, pandasColumns(html)));
    }

    /** What pandas writes under a table that it cut: {@code 1000 rows × 85 columns}. */
    private static int pandasColumns(String html) {
        int end = html.lastIndexOf(" columns</p>");
        int start = end < 0 ? -1 : html.lastIndexOf("×", end);
        if (start < 0 || end - start > LONGEST_CAPTION) {
            return 0;
        }
        String number = html.substring(start + 1, end).strip();
        boolean isNumber =
                !number.isEmpty() && number.length() < 9 && number.chars().allMatch(Character::isDigit);
        return isNumber ? Integer.parseInt(number) : 0;
    }

    private static boolean isTag(String html, int at, String name) {
        int end = at + 1 + name.length();
        return end < html.length()
                && html.substring(at + 1, end).toLowerCase(Locale.ROOT).equals(name)
                && !Character.isLetterOrDigit(html.charAt(end));
    }
}
