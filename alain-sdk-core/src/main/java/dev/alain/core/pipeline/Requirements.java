package dev.alain.core.pipeline;

import dev.alain.core.code.Packages;
import dev.alain.core.code.PythonOutline;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.lesson.SectionCell;
import dev.alain.lesson.Setup;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Completes the packages of an outline by those that its sections import. */
final class Requirements {
    private Requirements() {}

    static Outline complete(Outline outline, List<Section> sections, Packages packages) {
        Set<String> names = new TreeSet<>();
        outline.setup().requirements().forEach(line -> names.add(line.split("==", 2)[0]));
        int planned = names.size();
        for (Section section : sections) {
            for (SectionCell cell : section.content()) {
                if (cell.isCode()) {
                    PythonOutline.of(cell.source())
                            .imports()
                            .forEach(module -> packages.ofImport(module).ifPresent(names::add));
                }
            }
        }
        Setup setup = outline.setup();
        return names.size() == planned
                ? outline
                : outline.withSetup(
                        new Setup(packages.pinned(List.copyOf(names)), setup.environment(), setup.commands()));
    }
}
