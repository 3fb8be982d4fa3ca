package dev.alain.core.teach;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.core.text.Slots;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in an attempt, beside the assignment's own question.
 *
 * @param members the members asked for; empty for the whole
 * @param problems what was wrong with the last answer; empty at first
 * @param rest whether what was kept goes on, instead of being replaced
 */
record Question(List<String> members, List<String> problems, boolean rest) {
    private static final int MOST_PROBLEMS = 8;
    private static final int LONGEST_PROBLEM = 240;

    static Question whole(List<String> problems) {
        return new Question(List.of(), problems, false);
    }

    static Question part(List<String> members, List<String> problems) {
        return new Question(members, problems, false);
    }

    static Question rest(List<String> members) {
        return new Question(members, List.of("it was cut"), true);
    }

    /** What follows the assignment's own question; empty the first time. */
    String text(Assignment<?> assignment, @Nullable ObjectNode kept) {
        if (problems.isEmpty()) {
            return "";
        }
        boolean whole = kept == null || members.isEmpty();
        String template = whole ? "again-whole" : rest ? "again-rest" : "again-part";
        Slots slots = new Slots()
                .put("problems", listed())
                .put("members", String.join(", ", members))
                .put("known", kept == null ? "" : assignment.known(kept, rest));
        return "\n\n" + slots.prose(assignment.prompts().template(template));
    }

    private String listed() {
        return String.join(
                "\n",
                problems.stream()
                        .limit(MOST_PROBLEMS)
                        .map(problem -> "- " + problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)))
                        .toList());
    }
}
