package dev.alain.core.offline;

import dev.alain.Recipe;
import dev.alain.core.offline.LessonScript.Line;
import dev.alain.core.offline.LessonScript.ScriptExercise;
import dev.alain.core.offline.LessonScript.ScriptQuestion;
import dev.alain.core.offline.LessonScript.ScriptStep;
import dev.alain.core.text.Slots;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lesson that fits a recipe and a dossier: which script, which of its steps, filled with what. */
final class LessonPlan {
    private static final int MOST_EXERCISES = 3;
    private static final int MOST_QUESTIONS = 6;

    private final LessonScript script;
    private final LessonScript common;
    private final Flags flags;
    private final Slots slots;
    private final List<ScriptStep> steps;

    private LessonPlan(LessonScript script, LessonScript common, Flags flags, Slots slots, int maxSections) {
        this.script = script;
        this.common = common;
        this.flags = flags;
        this.slots = slots;
        this.steps = chosen(maxSections);
    }

    static LessonPlan of(Recipe recipe, Dossier dossier, Catalogue catalogue) {
        Flags facts = RecipeFlags.of(recipe, dossier);
        LessonScript script = catalogue.lesson(dossier.value(Fact.TASK).orElse(""), facts);
        Flags flags = facts;
        for (String word : script.head("flags", facts).stream()
                .flatMap(line -> List.of(line.split("\\s+", -1)).stream())
                .toList()) {
            flags = flags.with(word);
        }
        Slots slots = DossierSlots.of(recipe, dossier, catalogue);
        return new LessonPlan(script, catalogue.script("common"), flags, slots, recipe.maxSections());
    }

    LessonScript script() {
        return script;
    }

    Flags flags() {
        return flags;
    }

    Slots slots() {
        return slots;
    }

    List<ScriptStep> steps() {
        return steps;
    }

    StepWriter writer() {
        return new StepWriter(flags, slots);
    }

    /** Steps whose conditions hold, the most important ones, in the script's order. */
    private List<ScriptStep> chosen(int most) {
        List<ScriptStep> open = new ArrayList<>();
        for (ScriptStep step : script.steps()) {
            if (step.when().holds(flags)) {
                resolved(step).filter(found -> found.when().holds(flags)).ifPresent(open::add);
            }
        }
        if (open.size() <= most) {
            return List.copyOf(open);
        }
        List<ScriptStep> kept = new ArrayList<>();
        while (kept.size() < most) {
            Optional<ScriptStep> next = open.stream()
                    .filter(step -> !kept.contains(step) && isReady(step, open, kept))
                    .max(Comparator.comparingInt(ScriptStep::priority));
            if (next.isEmpty()) {
                break;
            }
            kept.add(next.get());
        }
        return open.stream().filter(kept::contains).toList();
    }

    /** Whether everything that a step uses is introduced by a step that stays. */
    private static boolean isReady(ScriptStep step, List<ScriptStep> open, List<ScriptStep> kept) {
        return step.uses().stream()
                .allMatch(name -> kept.stream()
                                .anyMatch(other -> other.introduces().contains(name))
                        || open.stream().noneMatch(other -> other.introduces().contains(name)));
    }

    private Optional<ScriptStep> resolved(ScriptStep step) {
        if (!step.type().equals("use")) {
            return Optional.of(step);
        }
        List<ScriptStep> named = common.steps().stream()
                .filter(other -> other.id().equals(step.id()) && !other.type().equals("aside"))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalStateException("lesson " + script.name() + " uses unknown step " + step.id());
        }
        return named.stream().filter(other -> other.when().holds(flags)).findFirst();
    }

    /**
     * A thought that rounds off a short step: the one written for steps of its id, else one that no other step of this
     * manual has.
     *
     * @param number of the step, from 1
     */
    List<Line> aside(int number) {
        ScriptStep step = steps.get(number - 1);
        Optional<ScriptStep> own =
                asides().stream().filter(aside -> aside.id().equals(step.id())).findFirst();
        if (own.isPresent()) {
            return own.get().body();
        }
        List<ScriptStep> open = asides().stream()
                .filter(aside -> aside.id().startsWith("aside-"))
                .toList();
        long earlier = steps.subList(0, number - 1).stream()
                .filter(other -> asides().stream().noneMatch(aside -> aside.id().equals(other.id())))
                .count();
        return open.get((int) (earlier % open.size())).body();
    }

    private List<ScriptStep> asides() {
        return common.steps().stream()
                .filter(step -> step.type().equals("aside"))
                .toList();
    }

    List<ScriptExercise> exercises() {
        List<ScriptExercise> own = holding(script.exercises());
        List<ScriptExercise> all = new ArrayList<>(own);
        if (own.size() < 2) {
            all.addAll(holding(common.exercises()));
        }
        return all.stream().limit(MOST_EXERCISES).toList();
    }

    private List<ScriptExercise> holding(List<ScriptExercise> exercises) {
        return exercises.stream()
                .filter(exercise -> exercise.when().holds(flags))
                .toList();
    }

    List<ScriptQuestion> questions() {
        List<ScriptQuestion> open = new ArrayList<>(script.questions());
        open.addAll(common.questions());
        return open.stream()
                .filter(question -> question.when().holds(flags))
                .limit(MOST_QUESTIONS)
                .toList();
    }

    /** Head values of the script, filled in; those of the common script when it has none. */
    List<String> head(String key) {
        List<String> own = script.head(key, flags);
        return (own.isEmpty() ? common.head(key, flags) : own)
                .stream().map(slots::prose).toList();
    }

    String headLine(String key) {
        return head(key).stream().findFirst().orElse("");
    }
}
