package dev.alain.stage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a run is: keys of results, never the results themselves, so a few kilobytes at most.
 *
 * @param recipe where the recipe is stored
 * @param done keys of results by the names of their tasks
 * @param steps how many sections the outline has; 0 before there is one
 * @param round how often sections were sent back
 * @param again the sections that this round writes again
 */
public record RunState(
        String runId, StageKey recipe, Map<String, StageKey> done, int steps, int round, List<Integer> again) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Copies map and list; the map is sorted. */
    @JsonCreator
    public RunState(
            @JsonProperty("runId") String runId,
            @JsonProperty("recipe") StageKey recipe,
            @JsonProperty("done") Map<String, StageKey> done,
            @JsonProperty("steps") int steps,
            @JsonProperty("round") int round,
            @JsonProperty("again") List<Integer> again) {
        this.runId = Objects.requireNonNull(runId, "runId");
        this.recipe = Objects.requireNonNull(recipe, "recipe");
        this.done = Collections.unmodifiableMap(new TreeMap<>(done));
        this.steps = steps;
        this.round = round;
        this.again = List.copyOf(again);
    }

    /** A run that has not begun. */
    public static RunState begin(String runId, StageKey recipe) {
        return new RunState(runId, recipe, Map.of(), 0, 0, List.of());
    }

    /** The key of a task's result. */
    public Optional<StageKey> key(StageTask task) {
        return Optional.ofNullable(done.get(task.name()));
    }

    /** The last task that wrote a section. */
    public Optional<StageTask> section(int step) {
        for (int i = round; i >= 0; i--) {
            StageTask task = StageTask.section(step, i);
            if (done.containsKey(task.name())) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    /** The state as JSON. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state can be written as JSON", e);
        }
    }

    /**
     * Reads {@link #toJson}.
     *
     * @throws IllegalArgumentException if it is no state
     */
    public static RunState fromJson(String json) {
        try {
            RunState state = MAPPER.readValue(json, RunState.class);
            if (state == null) {
                throw new IllegalArgumentException("not the state of a run: null");
            }
            return state;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the state of a run", e);
        }
    }
}
