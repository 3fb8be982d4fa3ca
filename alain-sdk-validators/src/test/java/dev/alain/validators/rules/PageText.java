package dev.alain.validators.rules;

import java.util.ArrayList;
import java.util.List;

/** The text of a rule's page, split where a heading stands outside fenced blocks. */
final class PageText {
    private PageText() {}

    /** The parts of a text; each but the first starts with a line that starts with the mark. */
    static List<String> split(String text, String mark) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        String closing = "";
        for (String line : text.split("(?<=\n)", -1)) {
            if (!closing.isEmpty()) {
                closing = line.strip().equals(closing) ? "" : closing;
            } else if (line.startsWith("```")) {
                closing = line.substring(0, line.lastIndexOf('`') + 1);
            } else if (line.startsWith(mark)) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(line);
        }
        parts.add(part.toString());
        return parts;
    }
}
