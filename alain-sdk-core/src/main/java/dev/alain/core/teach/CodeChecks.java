package dev.alain.core.teach;

import dev.alain.core.code.Packages;
import dev.alain.core.code.PythonOutline;
import dev.alain.core.guard.DangerousCode;
import dev.alain.core.research.PythonBrackets;
import dev.alain.core.review.rules.Placeholders;
import dev.alain.lesson.SectionCell;
import dev.alain.lesson.Step;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the code of a section has to do and may not do: promised names, known packages, nothing dangerous. */
final class CodeChecks {
    private static final int MOST_LINES = 50;
    private static final Set<String> PLATFORM = Set.of("IPython", "google", "__future__");

    private final SectionOrder order;
    private final Step step;
    private final Packages packages;
    private final List<Violation> violations = new ArrayList<>();

    CodeChecks(SectionOrder order, Packages packages) {
        this.order = order;
        this.step = order.step();
        this.packages = packages;
    }

    List<Violation> of(List<SectionCell> cells) {
        Set<String> bound = new LinkedHashSet<>();
        Set<String> read = new LinkedHashSet<>();
        int number = 0;
        int run = 0;
        for (SectionCell cell : cells) {
            number++;
            run = cell.isCode() ? run + 1 : 0;
            placeholders(number, cell);
            if (cell.isCode()) {
                cell(number, run, cell.source());
                PythonOutline outline = PythonOutline.of(cell.source());
                outline.imports().forEach(this::module);
                outline.identifiers().stream()
                        .filter(name ->
                                !bound.contains(name) && !outline.locals().contains(name))
                        .forEach(read::add);
                bound.addAll(outline.bound());
            }
        }
        promised(bound);
        later(read, bound);
        return violations;
    }

    private void cell(int number, int run, String code) {
        String where = "Code cell " + number;
        if (!PythonBrackets.balanced(code)) {
            fatal(where + " is no whole Python: a bracket or a string does not close");
        }
        if (CellsReader.lines(code) > MOST_LINES) {
            fatal(where + " has more than " + MOST_LINES + " lines; make several cells of it");
        }
        if (run > 3) {
            fatal("More than three code cells follow one another; explain between them");
        }
        for (String danger : DangerousCode.in(code)) {
            fatal(where + ", " + danger + ": a lesson must not");
        }
        boolean trusts = code.replace(" ", "").contains("trust_remote_code=True")
                && !order.dossier().is(Fact.CUSTOM_CODE);
        if (trusts) {
            fatal(where + " sets trust_remote_code, which this model does not need");
        }
        ModelIds.in(code).forEach(id -> modelId(where, id));
    }

    /** Code that loads another model teaches another model. */
    private void modelId(String where, String id) {
        boolean known = id.equalsIgnoreCase(order.dossier().modelId())
                || order.dossier().values(Fact.BASE_MODEL).contains(id)
                || order.dossier().snippets().stream()
                        .anyMatch(snippet -> snippet.code().contains(id));
        if (!known) {
            fatal(where + " loads " + id + ", which the sources do not name; use MODEL_ID");
        }
    }

    private void placeholders(int number, SectionCell cell) {
        var shown = cell.isCode() ? CodeCell.of("c", cell.source()) : MarkdownCell.of("c", cell.source());
        Placeholders.find(shown).values().forEach(what -> fatal("Cell " + number + ": " + what + "; write it out"));
    }

    private void module(String module) {
        boolean known = packages.isStandard(module)
                || PLATFORM.contains(module)
                || packages.ofImport(module).isPresent();
        if (!known) {
            fatal("The code imports " + module + ", which no package of the list provides; do without it");
        }
    }

    private void promised(Set<String> bound) {
        List<String> absent =
                step.introduces().stream().filter(name -> !bound.contains(name)).toList();
        if (!absent.isEmpty()) {
            violations.add(Violation.mild(
                    "content",
                    "The code does not define at top level what later steps need: " + String.join(", ", absent)));
        }
    }

    /** Names that only a later step introduces. */
    private void later(Set<String> read, Set<String> bound) {
        Map<String, Integer> steps = new HashMap<>();
        order.outline().steps().stream()
                .filter(other -> other.number() > step.number())
                .forEach(other -> other.introduces().forEach(name -> steps.put(name, other.number())));
        read.stream()
                .filter(name -> steps.containsKey(name) && !bound.contains(name))
                .forEach(name -> violations.add(Violation.mild(
                        "content", "The code uses " + name + ", which only step " + steps.get(name) + " introduces")));
    }

    private void fatal(String message) {
        violations.add(Violation.fatal("content", message));
    }
}
