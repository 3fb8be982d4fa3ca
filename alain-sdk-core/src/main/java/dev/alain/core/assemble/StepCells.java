package dev.alain.core.assemble;

import dev.alain.core.assemble.Draft.Role;
import dev.alain.lesson.Callout;
import dev.alain.lesson.Section;
import dev.alain.lesson.SectionCell;
import dev.alain.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cells of one step: heading, body, callouts, hint; neighbouring prose becomes one cell. */
final class StepCells {
    private final Section section;
    private final Step step;

    StepCells(Section section, Step step) {
        this.section = section;
        this.step = step;
    }

    void write(Draft draft) {
        List<SectionCell> cells = merged();
        Role role = new Role("step", section.number(), section.sources());
        for (int i = 0; i < cells.size(); i++) {
            SectionCell cell = cells.get(i);
            String id = "s%02d-c%d".formatted(section.number(), i + 1);
            if (cell.isCode()) {
                draft.code(id, role, cell.source());
            } else {
                draft.markdown(id, role, cell.source());
            }
        }
    }

    private List<SectionCell> merged() {
        List<SectionCell> all = new ArrayList<>();
        all.add(SectionCell.markdown(heading()));
        all.addAll(section.content());
        all.add(SectionCell.markdown(closing()));
        List<SectionCell> merged = new ArrayList<>();
        for (SectionCell cell : all) {
            int last = merged.size() - 1;
            boolean join = last >= 0 && !cell.isCode() && !merged.get(last).isCode();
            if (cell.source().isBlank()) {
                continue;
            }
            if (join) {
                merged.set(last, SectionCell.markdown(merged.get(last).source() + "\n\n" + cell.source()));
            } else {
                merged.add(cell);
            }
        }
        return merged;
    }

    private String heading() {
        List<String> parts = new ArrayList<>();
        parts.add("## " + section.title());
        String minutes = "about " + NotebookMetrics.minutes(section.content()) + " minutes";
        parts.add(step.goal().isEmpty() ? "*" + minutes + "*" : "**Goal:** " + step.goal() + ". *(" + minutes + ")*");
        if (!section.prerequisitesCheck().isEmpty()) {
            parts.add("**Before you start:** " + String.join("; ", section.prerequisitesCheck()) + ".");
        }
        return String.join("\n\n", parts);
    }

    private String closing() {
        List<String> parts = new ArrayList<>();
        for (Callout callout : section.callouts()) {
            String name = callout.type().substring(0, 1).toUpperCase(Locale.ROOT)
                    + callout.type().substring(1);
            parts.add("> **" + name + ":** " + callout.message().replace("\n", "\n> "));
        }
        parts.add(
                section.nextSectionHint().isEmpty()
                        ? "**Next section:** Exercises – try what you have learned on your own."
                        : "**Next section:** " + section.nextSectionHint() + ".");
        return String.join("\n\n", parts);
    }
}
