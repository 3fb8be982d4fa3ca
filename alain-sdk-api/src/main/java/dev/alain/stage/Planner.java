package dev.alain.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Says what a run has to do next. Pure and deterministic: no clock, no I/O, so it may stand in workflow code.
 *
 * <pre>{@code
 * RunState state = generator.begin(recipe);
 * while (!Planner.finished(state)) {
 *     for (StageTask task : Planner.ready(state)) {        // all of them may run at once, anywhere
 *         state = Planner.apply(state, task, generator.perform(state, task));
 *     }
 * }
 * NotebookArtifact manual = generator.artifact(state);
 * }</pre>
 */
public final class Planner {
    private Planner() {}

    /** What can be done now, in order; tasks that are under way already are among them. */
    public static List<StageTask> ready(RunState state) {
        if (state.key(StageTask.RESEARCH).isEmpty()) {
            return List.of(StageTask.RESEARCH);
        }
        if (state.key(StageTask.OUTLINE).isEmpty()) {
            return List.of(StageTask.OUTLINE);
        }
        List<StageTask> sections = sections(state).stream()
                .filter(task -> state.key(task).isEmpty())
                .toList();
        if (!sections.isEmpty()) {
            return sections;
        }
        return finished(state) ? List.of() : List.of(StageTask.notebook(state.round()));
    }

    private static List<StageTask> sections(RunState state) {
        List<Integer> numbers = state.round() == 0
                ? IntStream.rangeClosed(1, state.steps()).boxed().toList()
                : state.again();
        return numbers.stream()
                .map(number -> StageTask.section(number, state.round()))
                .toList();
    }

    /** The state after a task; applying the same task twice changes nothing more. */
    public static RunState apply(RunState state, StageTask task, StageDone result) {
        Map<String, StageKey> done = new TreeMap<>(state.done());
        done.put(task.name(), result.key());
        boolean sentBack = task.equals(StageTask.notebook(state.round()))
                && !result.again().isEmpty();
        return new RunState(
                state.runId(),
                state.recipe(),
                done,
                task.equals(StageTask.OUTLINE) ? result.steps() : state.steps(),
                sentBack ? state.round() + 1 : state.round(),
                sentBack ? new ArrayList<>(result.again()) : state.again());
    }

    /** Whether nothing is left to do. */
    public static boolean finished(RunState state) {
        return state.key(StageTask.notebook(state.round())).isPresent();
    }
}
