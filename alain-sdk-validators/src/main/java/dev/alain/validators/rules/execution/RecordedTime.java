package dev.alain.validators.rules.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.CodeCell;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How long a recorded run took.
 *
 * @param unattended whether a machine measured it: nobody was waited for
 */
record RecordedTime(double seconds, boolean unattended) {
    private static final double LONGEST = 30 * 24 * 3600.0;

    /** Of one cell: by papermill, nbclient or Jupyter, Colab, or the ExecuteTime extension. */
    static Optional<RecordedTime> of(CodeCell cell) {
        JsonNode metadata = cell.metadata();
        JsonNode papermill = metadata.path("papermill").path("duration");
        if (papermill.isNumber()) {
            return seconds(papermill.asDouble(), true);
        }
        JsonNode execution = metadata.path("execution");
        String started = execution.path("iopub.execute_input").asText();
        String replied = execution.path("shell.execute_reply").asText();
        if (!started.isEmpty() && !replied.isEmpty()) {
            return between(started, replied).flatMap(taken -> seconds(taken, true));
        }
        JsonNode colab = metadata.path("executionInfo").path("elapsed");
        if (colab.isNumber()) {
            return seconds(colab.asDouble() / 1000, false);
        }
        JsonNode timed = metadata.path("ExecuteTime");
        String from = timed.path("start_time").asText();
        String to = timed.path("end_time").asText();
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : between(from, to).flatMap(taken -> seconds(taken, false));
    }

    /** Of the whole notebook, where papermill recorded it. */
    static Optional<RecordedTime> of(JsonNode notebookMetadata) {
        JsonNode papermill = notebookMetadata.path("papermill").path("duration");
        return papermill.isNumber() ? seconds(papermill.asDouble(), true) : Optional.empty();
    }

    private static Optional<RecordedTime> seconds(double seconds, boolean unattended) {
        return seconds >= 0 && seconds < LONGEST
                ? Optional.of(new RecordedTime(seconds, unattended))
                : Optional.empty();
    }

    private static Optional<Double> between(String from, String to) {
        try {
            Duration taken = Duration.between(OffsetDateTime.parse(zoned(from)), OffsetDateTime.parse(zoned(to)));
            return Optional.of(taken.toMillis() / 1000.0);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Some tools leave the zone out and mean UTC. */
    private static String zoned(String time) {
        boolean hasZone = time.endsWith("Z") || time.length() > 6 && "+-".indexOf(time.charAt(time.length() - 6)) >= 0;
        return hasZone ? time : time + "Z";
    }
}
