package dev.alain.core.teach;

import dev.alain.lesson.Outline;
import dev.alain.lesson.Step;
import java.util.Locale;

/** The hint at the end of a step, which comes from the outline, so that sections never wait for one another. */
public final class NextStep {
    private NextStep() {}

    /** The next step's title and goal; empty after the last step. */
    public static String hint(Outline outline, int number) {
        if (number >= outline.steps().size()) {
            return "";
        }
        Step next = outline.steps().get(number);
        return next.heading() + (next.goal().isEmpty() ? "" : " – " + lowerFirst(next.goal()));
    }

    private static String lowerFirst(String text) {
        boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return acronym ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
