package dev.alain.core.teach;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.core.code.Packages;
import dev.alain.core.code.PythonOutline;
import dev.alain.lesson.Callout;
import dev.alain.lesson.Section;
import dev.alain.lesson.SectionCell;
import dev.alain.lesson.Step;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Understands a section: what can be mended here is mended, what only a writer can supply is a violation. */
final class SectionReader {
    private static final int LEAST_TOKENS = 640;
    private static final int MOST_TOKENS = 2_400;
    private static final int MOST_CALLOUTS = 4;
    private static final Set<String> TYPES = Set.of("tip", "warning", "note");

    private final SectionOrder order;
    private final Step step;
    private final Packages packages;
    private final List<Violation> violations = new ArrayList<>();

    SectionReader(SectionOrder order, Packages packages) {
        this.order = order;
        this.step = order.step();
        this.packages = packages;
    }

    Reading<Section> read(ObjectNode answer, Section raw) {
        List<SectionCell> cells = new CellsReader(step.heading()).read(raw.content());
        checkCells(cells);
        if (!cells.isEmpty()) {
            violations.addAll(new CodeChecks(order, packages).of(cells));
            violations.addAll(new Claims(order.dossier()).contradictions(cells));
        }
        Section section = new Section(
                order.number(),
                step.title(),
                cells,
                callouts(raw),
                tokens(cells),
                checks(raw),
                NextStep.hint(order.outline(), order.number()),
                sources(raw),
                introduced(cells));
        return new Reading<>(answer, section, violations);
    }

    private void checkCells(List<SectionCell> cells) {
        long markdown = cells.stream().filter(cell -> !cell.isCode()).count();
        long code = cells.size() - markdown;
        if (markdown == 0 || code == 0) {
            violations.add(Violation.fatal(
                    "content",
                    "The section has " + markdown + " Markdown and " + code
                            + " code cells; at least two of Markdown and one of code are needed"));
            return;
        }
        if (markdown < 2) {
            violations.add(Violation.mild("content", "The section has one Markdown cell, at least two are needed"));
        }
        int tokens =
                cells.stream().mapToInt(cell -> Prose.weight(cell.source())).sum() / 4;
        if (tokens < LEAST_TOKENS) {
            String message = "The section is about " + tokens + " tokens long, 800 to 2000 are needed: explain more";
            violations.add(tokens < 200 ? Violation.fatal("content", message) : Violation.mild("content", message));
        } else if (tokens > MOST_TOKENS) {
            violations.add(Violation.mild(
                    "content", "The section is about " + tokens + " tokens long, 800 to 2000 are needed: be briefer"));
        }
    }

    private List<Callout> callouts(Section raw) {
        List<Callout> callouts = new ArrayList<>();
        for (Callout callout : raw.callouts()) {
            String type = callout.type().strip().toLowerCase(Locale.ROOT);
            String message = Prose.line(callout.message(), 500);
            boolean known = callouts.stream().anyMatch(other -> other.message().equals(message));
            if (Prose.weight(message) >= 10 && !known && callouts.size() < MOST_CALLOUTS) {
                callouts.add(new Callout(TYPES.contains(type) ? type : "note", message));
            }
        }
        if (callouts.isEmpty()) {
            callouts.add(usualCallout());
        }
        return callouts;
    }

    /** Nobody is asked again for the sake of a remark. */
    private Callout usualCallout() {
        String license = order.dossier().value(Fact.LICENSE).orElse("");
        return license.isEmpty()
                ? new Callout(
                        "note", "The sources of the model do not state its licence; ask before you publish results.")
                : new Callout("note", "The model's licence is " + license + "; read it before you publish results.");
    }

    private List<String> checks(Section raw) {
        List<String> checks = new ArrayList<>();
        for (String line : Prose.lines(raw.prerequisitesCheck(), 4)) {
            checks.add(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
        }
        if (!checks.isEmpty()) {
            return checks;
        }
        if (order.number() == 1) {
            return List.of("the setup and configuration cells have run");
        }
        return step.uses().isEmpty()
                ? List.of("the steps before this one have run")
                : List.of("earlier steps have defined "
                        + String.join(
                                ", ",
                                step.uses().stream()
                                        .map(name -> "`" + name + "`")
                                        .toList()));
    }

    private List<String> sources(Section raw) {
        Set<String> known = new HashSet<>();
        order.dossier().facts().forEach(fact -> known.add(fact.id()));
        order.dossier().snippets().forEach(snippet -> known.add(snippet.id()));
        List<String> sources = raw.sources().stream()
                .map(id -> id.replace("[", "").replace("]", "").strip())
                .filter(known::contains)
                .distinct()
                .limit(12)
                .toList();
        return sources.isEmpty() ? step.sources() : sources;
    }

    private List<String> introduced(List<SectionCell> cells) {
        Set<String> bound = new HashSet<>();
        cells.stream()
                .filter(SectionCell::isCode)
                .forEach(cell -> bound.addAll(PythonOutline.of(cell.source()).bound()));
        return step.introduces().stream().filter(bound::contains).toList();
    }

    static int tokens(List<SectionCell> cells) {
        return cells.stream().mapToInt(cell -> cell.source().length()).sum() / 4;
    }
}
