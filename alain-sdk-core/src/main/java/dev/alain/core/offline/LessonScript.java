package dev.alain.core.offline;

import java.util.List;
import java.util.Map;

/**
 * A lesson as it stands in its file, before facts and examples are filled in.
 *
 * @param name of the file, without its ending
 * @param head values that open the file, such as title, packages and objectives, in order
 * @param steps in order
 */
record LessonScript(
        String name,
        Map<String, List<Line>> head,
        List<ScriptStep> steps,
        List<ScriptExercise> exercises,
        List<ScriptQuestion> questions) {
    /**
     * One value, and when it holds.
     *
     * @param when empty for always
     */
    record Line(Condition when, String text) {}

    /**
     * One step.
     *
     * @param priority steps of lower priority are left out first
     */
    record ScriptStep(
            String id,
            String type,
            int priority,
            Condition when,
            String title,
            String goal,
            List<String> introduces,
            List<String> uses,
            List<Line> checks,
            List<Line> callouts,
            List<Line> body) {}

    /** One exercise; its parts are blocks of lines. */
    record ScriptExercise(
            Condition when,
            String difficulty,
            String title,
            List<Line> task,
            String hint,
            String starter,
            String solution) {}

    /** One question; the first option is the right one. */
    record ScriptQuestion(Condition when, String question, List<String> options, String explanation) {}

    /** The texts of a head value that hold under some flags. */
    List<String> head(String key, Flags flags) {
        return head.getOrDefault(key, List.of()).stream()
                .filter(line -> line.when().holds(flags))
                .map(Line::text)
                .toList();
    }
}
