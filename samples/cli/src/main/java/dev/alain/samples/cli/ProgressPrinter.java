package dev.alain.samples.cli;

import dev.alain.GenerationEvent;
import dev.alain.GenerationListener;
import java.io.PrintWriter;

/** Shows the events of a run: a bar that moves on a terminal, a line a stage elsewhere. */
final class ProgressPrinter implements GenerationListener {
    private static final int WIDTH = 24;

    private final PrintWriter err;
    private final boolean terminal;

    ProgressPrinter(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void onEvent(GenerationEvent event) {
        if (terminal) {
            bar(event);
        } else if (!event.kind().equals(GenerationEvent.STAGE_STARTED)) {
            err.println("%3d %%  %-22s %s".formatted(event.percent(), event.label(), event.message()));
        }
    }

    private void bar(GenerationEvent event) {
        int full = event.percent() * WIDTH / 100;
        String text = "%s%s %3d %%  %s: %s"
                .formatted("#".repeat(full), "-".repeat(WIDTH - full), event.percent(), event.label(), event.message());
        err.print("\r\u001b[2K" + (text.length() > 110 ? text.substring(0, 107) + "..." : text));
        boolean last =
                event.kind().equals(GenerationEvent.FINISHED) || event.kind().equals(GenerationEvent.FAILED);
        if (last) {
            err.println();
        }
        err.flush();
    }
}
