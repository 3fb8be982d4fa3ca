package dev.alain.core.teach;

import dev.alain.lesson.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions of a model, made fit for a quiz. */
final class QuestionText {
    private static final int OPTIONS = 4;

    private QuestionText() {}

    /** Empty when it is no question with four options that differ, one of them right. */
    static Optional<Question> clean(Question raw, int steps) {
        int correct = raw.correctIndex();
        String text = Prose.line(raw.question(), 300);
        if (correct < 0 || correct >= raw.options().size() || Prose.weight(text) < 8) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>(raw.options().stream()
                .map(option -> withoutLetter(Prose.line(option, 200)))
                .toList());
        String right = options.get(correct);
        for (int i = options.size() - 1; options.size() > OPTIONS && i >= 0; i--) {
            if (i != options.indexOf(right)) {
                options.remove(i);
            }
        }
        long different = options.stream()
                .map(option -> option.toLowerCase(Locale.ROOT))
                .filter(option -> !option.isEmpty())
                .distinct()
                .count();
        String explanation = Prose.line(raw.explanation(), 500);
        return options.size() == OPTIONS && different == OPTIONS
                ? Optional.of(new Question(
                        text,
                        options,
                        options.indexOf(right),
                        explanation.isEmpty() ? "The right answer is: " + right : explanation,
                        raw.step() < 0 || raw.step() > steps ? 0 : raw.step()))
                : Optional.empty();
    }

    private static String withoutLetter(String option) {
        boolean lettered = option.length() > 3
                && Character.toLowerCase(option.charAt(0)) >= 'a'
                && Character.toLowerCase(option.charAt(0)) <= 'd'
                && ".):".indexOf(option.charAt(1)) >= 0
                && option.charAt(2) == ' ';
        return lettered ? option.substring(3).strip() : option;
    }
}
