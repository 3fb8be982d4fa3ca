package dev.alain.samples.cli;

import java.io.PrintWriter;

/** One line on a terminal that says how far a check is; nothing elsewhere. */
final class CheckProgress {
    private final PrintWriter err;
    private final boolean shown;
    private final int total;
    private int done;

    CheckProgress(PrintWriter err, boolean shown, int total) {
        this.err = err;
        this.shown = shown && total > 1;
        this.total = total;
    }

    /** Makes room for other lines. */
    void clear() {
        show("");
    }

    void next() {
        done++;
        show(done < total ? "checked " + done + " of " + total + " notebooks" : "");
    }

    private void show(String text) {
        if (shown) {
            err.print("\r\u001b[2K" + text);
            err.flush();
        }
    }
}
