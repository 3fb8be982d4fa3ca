package dev.alain.core.offline;

import dev.alain.Recipe;
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
        List<ScriptStep> kept = open.stream()
                .sorted(Comparator.comparingInt((ScriptStep step) -> -step.priority()))
                .limit(most)
                .toList();
        return open.stream().filter(kept::contains).toList();
    }

    private Optional<ScriptStep> resolved(ScriptStep step) {
        if (!step.type().equals("use")) {
            return Optional.of(step);
        }
        List<ScriptStep> named = common.steps().stream()
                .filter(other -> other.id().equals(step.id()))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalStateException("lesson " + script.name() + " uses unknown step " + step.id());
        }
        return named.stream().filter(other -> other.when().holds(flags)).findFirst();
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
