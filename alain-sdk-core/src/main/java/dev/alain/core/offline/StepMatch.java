package dev.alain.core.offline;

import dev.alain.core.offline.LessonScript.ScriptStep;
import dev.alain.core.teach.GivenNames;
import dev.alain.core.teach.SectionOrder;
import dev.alain.core.text.Slots;
import dev.alain.lesson.Step;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the script step that can stand at a place of an outline, its own or somebody else's. */
final class StepMatch {
    private final LessonPlan plan;

    StepMatch(LessonPlan plan) {
        this.plan = plan;
    }

    /** The number of the script step, from 1; empty when none would run there. */
    OptionalInt find(SectionOrder order) {
        List<ScriptStep> steps = plan.steps();
        Slots slots = plan.slots();
        Step planned = order.step();
        int own = order.number();
        if (own <= steps.size() && slots.prose(steps.get(own - 1).title()).equals(planned.heading())) {
            return OptionalInt.of(own);
        }
        Set<String> known = new HashSet<>(GivenNames.ALL);
        Set<String> others = new HashSet<>();
        order.outline().steps().stream()
                .filter(step -> step.number() != own)
                .forEach(step -> others.addAll(step.introduces()));
        order.outline().steps().subList(0, own - 1).forEach(step -> known.addAll(step.introduces()));
        for (int i = 0; i < steps.size(); i++) {
            boolean gives =
                    !planned.introduces().isEmpty() && steps.get(i).introduces().containsAll(planned.introduces());
            // A script that defines what another step introduces would overwrite it.
            boolean alone = steps.get(i).introduces().stream().noneMatch(others::contains);
            if (gives && alone && known.containsAll(steps.get(i).uses())) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
