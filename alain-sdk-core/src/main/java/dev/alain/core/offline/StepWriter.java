package dev.alain.core.offline;

import dev.alain.core.offline.LessonScript.Line;
import dev.alain.core.text.Slots;
import dev.alain.lesson.SectionCell;
import java.util.ArrayList;
import java.util.List;

/** Turns the body of a script into cells: prose and fenced Python in turn, with what the reader's level needs. */
final class StepWriter {
    private final Flags flags;
    private final Slots slots;

    StepWriter(Flags flags, Slots slots) {
        this.flags = flags;
        this.slots = slots;
    }

    List<SectionCell> cells(List<Line> body) {
        List<SectionCell> cells = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (Line line : body) {
            if (!line.when().holds(flags)) {
                continue;
            }
            boolean pythonFence =
                    line.text().equals("```python") || (code && line.text().equals("```"));
            if (pythonFence) {
                add(cells, lines, code);
                code = !code;
            } else {
                lines.add(line.text());
            }
        }
        add(cells, lines, code);
        return cells;
    }

    private void add(List<SectionCell> cells, List<String> lines, boolean code) {
        String text = code ? code(lines) : prose(lines);
        lines.clear();
        if (!text.isBlank()) {
            cells.add(code ? SectionCell.code(text) : SectionCell.markdown(text));
        }
    }

    String prose(List<String> lines) {
        return slots.prose(String.join("\n", lines))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    String code(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            String stripped = line.stripLeading();
            if (stripped.startsWith("#b ") || stripped.startsWith("#i ")) {
                boolean wanted = flags.has("beginner") || (stripped.startsWith("#i ") && flags.has("intermediate"));
                if (wanted) {
                    kept.add(line.replaceFirst("#[bi] ", "# "));
                }
            } else {
                kept.add(line);
            }
        }
        return slots.python(String.join("\n", kept))
                .replaceAll("\n{4,}", "\n\n\n")
                .strip();
    }

    /** The texts that hold, filled in. */
    List<String> texts(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.when().holds(flags))
                .map(line -> slots.prose(line.text()))
                .toList();
    }
}
