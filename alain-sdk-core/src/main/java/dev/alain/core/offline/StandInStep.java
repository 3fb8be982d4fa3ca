package dev.alain.core.offline;

import dev.alain.core.guard.VisibleText;
import dev.alain.core.teach.NextStep;
import dev.alain.core.teach.SectionOrder;
import dev.alain.core.text.MarkdownText;
import dev.alain.core.text.PythonLiteral;
import dev.alain.lesson.Callout;
import dev.alain.lesson.Section;
import dev.alain.lesson.SectionCell;
import dev.alain.lesson.Step;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.SnippetUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step for a place where neither the chat model nor a script could write: what its sources say, and honestly no more.
 *
 * <p>It runs, and says which promised names it cannot define.
 */
final class StandInStep {
    private static final List<String> SHOWN = List.of(
            Fact.TASK,
            Fact.LIBRARY,
            Fact.LICENSE,
            Fact.PARAMETERS,
            Fact.CONTEXT_LENGTH,
            Fact.MEMORY_GIB,
            Fact.ARCHITECTURE,
            Fact.DTYPE,
            Fact.BASE_MODEL);

    private final SectionOrder order;
    private final Step step;

    StandInStep(SectionOrder order) {
        this.order = order;
        this.step = order.step();
    }

    Section write() {
        List<SectionCell> cells = new ArrayList<>();
        cells.add(SectionCell.markdown(why()));
        cells.add(SectionCell.code(facts()));
        cells.add(SectionCell.markdown(example()));
        List<String> checks = order.number() == 1
                ? List.of("the setup and configuration cells have run")
                : List.of("the steps before this one have run");
        return new Section(
                order.number(),
                step.title(),
                cells,
                List.of(callout()),
                OfflineTeacher.tokens(cells),
                checks,
                NextStep.hint(order.outline(), order.number()),
                step.sources(),
                List.of());
    }

    private String why() {
        String goal = MarkdownText.inline(step.goal());
        return "This step is about **" + MarkdownText.inline(step.heading()) + "**."
                + (goal.isEmpty() ? "" : " " + goal + (goal.endsWith(".") ? "" : "."))
                + "\n\nIts text could not be written by the teacher of this manual, so here is what the sources of the model"
                + " say that bears on it. Read the table first: it tells what you can expect of the model and what not, and"
                + " every line of it names the fact that it rests on. Where a value is missing, the sources do not state it;"
                + " then look at the model's page before you rely on anything you read elsewhere.";
    }

    private String facts() {
        Dossier dossier = order.dossier();
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("model", dossier.modelId().isEmpty() ? dossier.name() : dossier.modelId());
        for (String name : SHOWN) {
            dossier.value(name).ifPresent(value -> shown.put(name.replace('_', ' '), value));
        }
        StringBuilder code = new StringBuilder("FACTS = {\n");
        shown.forEach((name, value) -> code.append("    ")
                .append(PythonLiteral.text(name))
                .append(": ")
                .append(PythonLiteral.text(VisibleText.of(value)))
                .append(",\n"));
        return code.append("}\nfor name, value in FACTS.items():\n    print(f\"{name:16} {value}\")")
                .toString();
    }

    private String example() {
        String code = order.dossier().snippets(SnippetUse.USAGE).stream()
                .map(snippet -> VisibleText.of(snippet.code()))
                .filter(text -> text.lines().count() <= 40)
                .findFirst()
                .orElse("");
        return code.isEmpty()
                ? "The model card shows no short example. The links under References lead to the documentation of the library,"
                        + " which shows how models of this kind are used."
                : "The example of the model card, as text; it was written by the model's makers and has not been run here:\n\n"
                        + MarkdownText.fenced("python", code);
    }

    private Callout callout() {
        return step.introduces().isEmpty()
                ? new Callout("note", "This step was written without a chat model, from the sources alone.")
                : new Callout(
                        "warning",
                        "This step does not define " + names(step.introduces())
                                + ", which later steps may use; generate the manual again, or define it yourself.");
    }

    private static String names(List<String> names) {
        return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
    }
}
