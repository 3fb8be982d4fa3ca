package dev.alain.samples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.GenerationEvent;
import dev.alain.GenerationListener;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Shows the events of a run: a bar with sections, tokens and time on a terminal, a line a stage elsewhere. */
final class ProgressPrinter implements GenerationListener {
    private static final int WIDTH = 24;
    private static final int LONGEST = 118;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long start;
    private int sections;
    private int calls;
    private long tokens;

    ProgressPrinter(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public void onEvent(GenerationEvent event) {
        count(event);
        boolean call = event.kind().equals(GenerationEvent.TEACHER_CALL);
        boolean trouble = call && !event.details().path("outcome").asText().equals("ok");
        if (terminal) {
            bar(event);
        } else if (trouble || (!call && !event.kind().equals(GenerationEvent.STAGE_STARTED))) {
            err.println("%3d %%  %-22s %s%s".formatted(event.percent(), event.label(), event.message(), cost()));
        }
    }

    private void count(GenerationEvent event) {
        JsonNode details = event.details();
        boolean done = event.kind().equals(GenerationEvent.STAGE_FINISHED);
        if (done && details.path("stage").asText().equals("section")) {
            sections++;
        }
        calls = Math.max(calls, details.path("calls").asInt());
        tokens = Math.max(tokens, details.path("tokens").asLong());
    }

    private String cost() {
        return calls == 0 ? "" : "  [%d calls, %.1fk tokens, %s]".formatted(calls, tokens / 1000.0, clock());
    }

    private String clock() {
        long seconds = (nanos.getAsLong() - start) / 1_000_000_000;
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private void bar(GenerationEvent event) {
        int full = event.percent() * WIDTH / 100;
        String done = sections == 0 ? "" : sections + (sections == 1 ? " section" : " sections");
        String text = "%s%s %3d %%  %s%s  %s: %s"
                .formatted(
                        "#".repeat(full),
                        "-".repeat(WIDTH - full),
                        event.percent(),
                        done,
                        cost(),
                        event.label(),
                        event.message());
        err.print("\r\u001b[2K" + (text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text));
        boolean last =
                event.kind().equals(GenerationEvent.FINISHED) || event.kind().equals(GenerationEvent.FAILED);
        if (last) {
            err.println();
        }
        err.flush();
    }
}
