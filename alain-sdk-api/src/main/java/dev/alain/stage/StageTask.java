package dev.alain.stage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * One piece of work of a run.
 *
 * @param stage {@code research}, {@code outline}, {@code section} or {@code notebook}
 * @param step the number of the section, from 1; 0 for other stages
 * @param round 0 the first time; higher when a section is written again because of what was found in the notebook
 */
public record StageTask(
        @JsonProperty("stage") String stage,
        @JsonProperty("step") int step,
        @JsonProperty("round") int round) {
    /** Finds out what is known of the subject. */
    public static final StageTask RESEARCH = new StageTask("research", 0, 0);
    /** Plans the manual. */
    public static final StageTask OUTLINE = new StageTask("outline", 0, 0);

    /** Checks that a stage is named. */
    public StageTask {
        Objects.requireNonNull(stage, "stage");
    }

    /** Writes a section. */
    public static StageTask section(int step, int round) {
        return new StageTask("section", step, round);
    }

    /** Puts the notebook together and checks it. */
    public static StageTask notebook(int round) {
        return new StageTask("notebook", 0, round);
    }

    /** The name in states and manifests: {@code outline}, {@code section-03}, {@code section-03.r1}. */
    public String name() {
        String base = step == 0 ? stage : "%s-%02d".formatted(stage, step);
        return round == 0 ? base : base + ".r" + round;
    }

    /** How far along its run it is; of two tasks of one run, the deeper one goes first. */
    public int depth() {
        int stages = stage.equals("research") ? 0 : stage.equals("outline") ? 1 : stage.equals("section") ? 2 : 3;
        return stages + 2 * round;
    }
}
