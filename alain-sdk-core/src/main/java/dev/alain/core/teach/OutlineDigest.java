package dev.alain.core.teach;

import dev.alain.lesson.Outline;
import dev.alain.lesson.Step;
import java.util.List;

/** An outline in at most 1,500 characters: titles, names introduced and used. */
final class OutlineDigest {
    private static final int MOST = 1_500;

    private OutlineDigest() {}

    static String of(Outline outline) {
        String full = text(outline, 80);
        return full.length() <= MOST
                ? full
                : text(outline, Math.max(20, MOST / outline.steps().size() - 60));
    }

    private static String text(Outline outline, int longestTitle) {
        StringBuilder text = new StringBuilder();
        for (Step step : outline.steps()) {
            String heading = step.heading();
            text.append(step.number()).append(". ");
            text.append(heading, 0, Math.min(heading.length(), longestTitle));
            text.append(" (").append(names(step.introduces())).append(" -> ");
            text.append(names(step.uses())).append(")\n");
        }
        return text.length() <= MOST
                ? text.toString().strip()
                : text.substring(0, MOST).strip();
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "-" : String.join(", ", names.subList(0, Math.min(6, names.size())));
    }
}
