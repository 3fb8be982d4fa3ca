package dev.alain.validators.rules.security;

import dev.alain.validation.Severity;
import dev.alain.validators.html.Cleaning;
import dev.alain.validators.trace.CallSite;
import dev.alain.validators.trace.CellTrace;
import java.util.Set;

/** Judges code that makes the viewer run scripts. */
final class ShownDangers {
    private static final Set<String> MARKUP = Set.of("HTML", "display_html", "SVG", "Markdown");
    private static final Set<String> SCRIPTS = Set.of("Javascript", "display_javascript");

    private ShownDangers() {}

    static void judge(CellTrace.Line line, Alarm alarm) {
        String text = line.text();
        if (text.startsWith("%%javascript") || text.startsWith("%%js")) {
            alarm.warning("SEC023", line.line(), "the cell is a script for the reader's browser");
        } else if (text.startsWith("%%html")
                || text.startsWith("%%HTML")
                || text.startsWith("%%svg")
                || text.startsWith("%%markdown")) {
            markup(text, line.line(), alarm);
        }
    }

    static void judge(CallSite call, int line, Alarm alarm) {
        boolean shows = call.function().startsWith("IPython.");
        if (shows && SCRIPTS.contains(call.simpleName())) {
            alarm.warning("SEC023", line, call.simpleName() + " runs a script in the reader's browser");
        } else if (shows && MARKUP.contains(call.simpleName())) {
            markup(call.text("data", 0), line, alarm);
        }
    }

    private static void markup(String html, int line, Alarm alarm) {
        Cleaning.of(html).stream()
                .filter(change -> change.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(change -> alarm.warning("SEC023", line, "shows HTML that acts: " + change.message()));
    }
}
