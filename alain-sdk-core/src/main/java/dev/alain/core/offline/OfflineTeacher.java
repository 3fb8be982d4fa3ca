package dev.alain.core.offline;

import dev.alain.Recipe;
import dev.alain.core.code.Packages;
import dev.alain.core.offline.LessonScript.ScriptExercise;
import dev.alain.core.offline.LessonScript.ScriptQuestion;
import dev.alain.core.offline.LessonScript.ScriptStep;
import dev.alain.core.teach.Account;
import dev.alain.core.teach.Desk;
import dev.alain.core.teach.NextStep;
import dev.alain.core.teach.SectionOrder;
import dev.alain.core.teach.Teacher;
import dev.alain.core.teach.WrittenOutline;
import dev.alain.core.teach.WrittenSection;
import dev.alain.core.text.Slots;
import dev.alain.lesson.Callout;
import dev.alain.lesson.Exercise;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Question;
import dev.alain.lesson.Section;
import dev.alain.lesson.SectionCell;
import dev.alain.lesson.Setup;
import dev.alain.lesson.Step;
import dev.alain.research.Dossier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Writes whole manuals without an LLM, a key or a network, from lesson scripts.
 *
 * <p>Deterministic: equal recipes and dossiers give equal lessons. Thread-safe.
 */
public final class OfflineTeacher implements Teacher {
    /** Raised when what it writes changes. */
    private static final String VERSION = "2";

    private static final int LEAST_TOKENS = 200;

    private final Catalogue catalogue = new Catalogue();
    private final Packages packages = new Packages();

    @Override
    public String id() {
        return "offline";
    }

    @Override
    public String promptSet() {
        return "lessons-v" + VERSION;
    }

    @Override
    public WrittenOutline outline(Recipe recipe, Dossier dossier, Desk desk) {
        return new WrittenOutline(outline(recipe, dossier), Account.of(id()));
    }

    /** The plan of the lesson that fits. */
    public Outline outline(Recipe recipe, Dossier dossier) {
        LessonPlan plan = LessonPlan.of(recipe, dossier, catalogue);
        StepWriter writer = plan.writer();
        List<Step> steps = new ArrayList<>();
        for (ScriptStep step : plan.steps()) {
            steps.add(step(steps.size() + 1, step, plan, dossier));
        }
        List<String> names = steps.stream().map(Step::heading).toList();
        return new Outline(
                plan.headLine("title"),
                String.join(" ", plan.head("overview")),
                plan.head("objective").stream().limit(5).toList(),
                plan.head("prerequisite"),
                setup(plan, dossier),
                steps,
                plan.exercises().stream()
                        .map(exercise -> exercise(exercise, writer))
                        .toList(),
                plan.questions().stream()
                        .map(question -> question(question, plan))
                        .toList(),
                summary(plan, names),
                plan.head("next"),
                new References(dossier, plan).all());
    }

    @Override
    public WrittenSection section(SectionOrder order, Desk desk) {
        return new WrittenSection(section(order), Account.of(id()));
    }

    /** The step of an own outline, or what fits best in somebody else's. */
    public Section section(SectionOrder order) {
        LessonPlan plan = LessonPlan.of(order.recipe(), order.dossier(), catalogue);
        OptionalInt script = new StepMatch(plan).find(order);
        return script.isPresent() ? section(plan, script.getAsInt(), order) : new StandInStep(order).write();
    }

    private Section section(LessonPlan plan, int scripted, SectionOrder order) {
        Dossier dossier = order.dossier();
        Outline outline = order.outline();
        int number = order.number();
        StepWriter writer = plan.writer();
        ScriptStep step = plan.steps().get(scripted - 1);
        List<SectionCell> cells = cells(plan, scripted, dossier);
        List<Callout> callouts = writer.texts(step.callouts()).stream()
                .map(OfflineTeacher::callout)
                .toList();
        Step planned = outline.steps().get(number - 1);
        return new Section(
                number,
                planned.title(),
                cells,
                callouts,
                tokens(cells),
                writer.texts(step.checks()),
                NextStep.hint(outline, number),
                planned.sources(),
                step.introduces());
    }

    private static Callout callout(String text) {
        int colon = text.indexOf(": ");
        return new Callout(text.substring(0, colon), text.substring(colon + 2));
    }

    /** The generic manual shows the card's own code; every other step is its script's. */
    private List<SectionCell> cells(LessonPlan plan, int number, Dossier dossier) {
        StepWriter writer = plan.writer();
        List<SectionCell> cells = new ArrayList<>();
        for (SectionCell cell : writer.cells(plan.steps().get(number - 1).body())) {
            if (cell.source().strip().equals("@card-usage")) {
                cells.addAll(new CardUsage(dossier, packages).cells());
            } else {
                cells.add(cell);
            }
        }
        if (tokens(cells) < LEAST_TOKENS) {
            cells.addAll(writer.cells(plan.aside(number)));
        }
        return cells;
    }

    private Step step(int number, ScriptStep step, LessonPlan plan, Dossier dossier) {
        StepWriter writer = plan.writer();
        String title = writer.texts(List.of(new LessonScript.Line(Condition.ALWAYS, step.title())))
                .get(0);
        String goal = writer.texts(List.of(new LessonScript.Line(Condition.ALWAYS, step.goal())))
                .get(0);
        return new Step(
                number,
                "Step " + number + ": " + title,
                step.type(),
                tokens(cells(plan, number, dossier)),
                "markdown + code",
                goal,
                step.introduces(),
                step.uses(),
                Grounding.sources(step, dossier));
    }

    private Setup setup(LessonPlan plan, Dossier dossier) {
        Set<String> names = new LinkedHashSet<>();
        plan.head("packages").forEach(line -> names.addAll(List.of(line.split("\\s+", -1))));
        if (plan.script().name().equals("generic")) {
            names.addAll(new CardUsage(dossier, packages).requirements());
        }
        names.addAll(UiPackages.of(plan.flags()));
        List<String> environment = new ArrayList<>(plan.head("environment"));
        return new Setup(packages.pinned(List.copyOf(names)), environment, List.of());
    }

    private static Exercise exercise(ScriptExercise exercise, StepWriter writer) {
        String task = writer.prose(writer.texts(exercise.task()));
        String starter = writer.code(List.of(exercise.starter().split("\n", -1)));
        String solution = writer.code(List.of(exercise.solution().split("\n", -1)));
        String title = writer.prose(List.of(exercise.title()));
        return new Exercise(
                title,
                exercise.difficulty(),
                (task.length() + starter.length() + solution.length()) / 4,
                task,
                writer.prose(List.of(exercise.hint())),
                starter,
                solution);
    }

    private static Question question(ScriptQuestion question, LessonPlan plan) {
        Slots slots = plan.slots();
        return new Question(
                slots.prose(question.question()),
                question.options().stream().map(slots::prose).toList(),
                0,
                slots.prose(question.explanation()),
                0);
    }

    private static String summary(LessonPlan plan, List<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add(plan.headLine("summary"));
        for (int i = 0; i < names.size(); i++) {
            lines.add((i == 0 ? "\n" : "") + "- **Step " + (i + 1) + ":** " + names.get(i));
        }
        return String.join("\n", lines);
    }

    static int tokens(List<SectionCell> cells) {
        return cells.stream().mapToInt(cell -> cell.source().length()).sum() / 4;
    }
}
