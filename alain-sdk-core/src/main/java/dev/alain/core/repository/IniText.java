package dev.alain.core.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The keys of {@code setup.cfg} and their lines. */
final class IniText {
    private IniText() {}

    /**
     * A key of a section.
     *
     * @param values one for each line that is not empty, comments left out
     */
    record Entry(String section, String key, List<TextLine> values) {}

    static List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        List<TextLine> values = new ArrayList<>();
        String section = "";
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String content = line.strip();
            boolean indented = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
                continue;
            }
            int equals = content.indexOf('=');
            if (indented) {
                values.add(new TextLine(content, number));
            } else if (content.startsWith("[") && content.endsWith("]")) {
                section = content.substring(1, content.length() - 1).strip();
                values = new ArrayList<>();
            } else if (equals > 0) {
                values = new ArrayList<>();
                entries.add(
                        new Entry(section, content.substring(0, equals).strip().toLowerCase(Locale.ROOT), values));
                String value = content.substring(equals + 1).strip();
                if (!value.isEmpty()) {
                    values.add(new TextLine(value, number));
                }
            }
        }
        return entries;
    }
}
