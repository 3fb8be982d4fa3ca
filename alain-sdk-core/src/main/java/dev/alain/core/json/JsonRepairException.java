package dev.alain.core.json;

import java.util.List;

/** Text from which no value could be read under the options given. */
public final class JsonRepairException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Nothing but white space. */
        EMPTY,
        /** No JSON in the text. */
        NO_JSON,
        /** Longer, deeper or larger than the limits allow. */
        LIMIT,
        /** It would take more than the profile allows. */
        PROFILE,
        /** What was read doesn't fit the schema. */
        SCHEMA
    }

    private final Reason reason;
    private final int offset;

    @SuppressWarnings("serial") // an immutable list of strings
    private final List<String> violations;

    JsonRepairException(Reason reason, int offset, String message, List<String> violations) {
        super(message);
        this.reason = reason;
        this.offset = offset;
        this.violations = List.copyOf(violations);
    }

    /** More would be needed than the profile allows. */
    static JsonRepairException refused(int offset, String message) {
        return new JsonRepairException(Reason.PROFILE, offset, message, List.of());
    }

    /** The input is over a limit. */
    static JsonRepairException limit(int offset, String message) {
        return new JsonRepairException(Reason.LIMIT, offset, message, List.of());
    }

    /** More values than the limits allow. */
    static JsonRepairException tooManyValues(int offset, int limit) {
        return limit(
                offset,
                "The document has more than " + limit + " values; raise RepairLimits.maxNodes if that is meant");
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Offset in the input that the message is about; 0 when it is about all of it. */
    public int offset() {
        return offset;
    }

    /** For {@link Reason#SCHEMA}: what doesn't fit, one sentence each that starts with a JSON pointer; else empty. */
    public List<String> violations() {
        return violations;
    }
}
