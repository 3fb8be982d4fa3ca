package dev.alain.core.assemble;

import dev.alain.core.text.PythonLiteral;
import dev.alain.lesson.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The quiz: questions as data, then a widget that falls back to plain text. */
final class QuizCells {
    private final Templates templates;
    private final long seed;

    QuizCells(Templates templates, long seed) {
        this.templates = templates;
        this.seed = seed;
    }

    void write(Draft draft, List<Question> questions) {
        draft.markdown("quiz-text", "quiz", "## Check your knowledge", templates.text("quiz.md"));
        draft.code("quiz-1", "quiz", data(shuffled(questions)), "quiz");
        draft.code("quiz-2", "quiz", templates.text("quiz.py"), "quiz");
    }

    /** Right answers stand at every place about as often, and never all at the same one. */
    List<Question> shuffled(List<Question> questions) {
        Random random = new Random(seed);
        List<Integer> places = new ArrayList<>();
        List<Question> moved = new ArrayList<>();
        for (Question question : questions) {
            if (places.isEmpty()) {
                for (int i = 0; i < question.options().size(); i++) {
                    places.add(i);
                }
                Collections.shuffle(places, random);
            }
            int place = places.remove(0) % question.options().size();
            moved.add(question.withCorrectAt(place));
        }
        return moved;
    }

    private static String data(List<Question> questions) {
        StringBuilder code = new StringBuilder("QUESTIONS = [\n");
        for (Question question : questions) {
            code.append("    (\n        ")
                    .append(PythonLiteral.text(question.question()))
                    .append(",\n");
            code.append("        [");
            code.append(String.join(
                    ",\n         ",
                    question.options().stream().map(PythonLiteral::text).toList()));
            code.append("],\n        ").append(question.correctIndex()).append(",\n        ");
            code.append(PythonLiteral.text(question.explanation())).append(",\n    ),\n");
        }
        return code.append("]\nprint(len(QUESTIONS), \"questions are ready\")").toString();
    }
}
