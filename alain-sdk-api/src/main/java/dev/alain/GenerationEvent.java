package dev.alain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * Something that happened in a generation.
 *
 * <p>Events of one run are numbered from 1 without gaps and are delivered in that order. New kinds may come with any
 * release: ignore those that you do not know.
 */
public final class GenerationEvent {
    /** A run began. */
    public static final String STARTED = "started";
    /** A stage began. */
    public static final String STAGE_STARTED = "stage-started";
    /** A stage ended; {@code details} has {@code millis} and {@code reused}. */
    public static final String STAGE_FINISHED = "stage-finished";
    /**
     * A chat model was asked; {@code details} has {@code about}, {@code attempt}, {@code outcome}, the tokens of the call,
     * and {@code calls} and {@code tokens} of the run so far.
     */
    public static final String TEACHER_CALL = "teacher-call";
    /** A run ended well. */
    public static final String FINISHED = "finished";
    /** A run ended in an error. */
    public static final String FAILED = "failed";

    private final String runId;
    private final long sequence;
    private final String kind;
    private final String label;
    private final String message;
    private final int percent;
    private final ObjectNode details;

    /**
     * @param kind one of the constants, or a later one
     * @param label one of the eight stages shown to people, such as {@code Section Scribe}
     * @param percent how much of the run is done, 0 to 100
     */
    public GenerationEvent(
            String runId, long sequence, String kind, String label, String message, int percent, ObjectNode details) {
        this.runId = Objects.requireNonNull(runId, "runId");
        this.sequence = sequence;
        this.kind = Objects.requireNonNull(kind, "kind");
        this.label = Objects.requireNonNull(label, "label");
        this.message = Objects.requireNonNull(message, "message");
        this.percent = percent;
        this.details = details.deepCopy();
    }

    /** The run. */
    public String runId() {
        return runId;
    }

    /** The number of the event in its run, from 1. */
    public long sequence() {
        return sequence;
    }

    /** What happened. */
    public String kind() {
        return kind;
    }

    /** The stage, as people see it. */
    public String label() {
        return label;
    }

    /** One line for people. */
    public String message() {
        return message;
    }

    /** How much of the run is done, 0 to 100. */
    public int percent() {
        return percent;
    }

    /** More, by kind. */
    public JsonNode details() {
        return details.deepCopy();
    }

    /** The event as one JSON object. */
    public ObjectNode toJson() {
        ObjectNode json = details.objectNode();
        json.put("run", runId).put("sequence", sequence).put("kind", kind).put("label", label);
        json.put("message", message).put("percent", percent);
        json.set("details", details.deepCopy());
        return json;
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
