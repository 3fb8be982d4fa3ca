package dev.alain.core.offline;

import dev.alain.core.offline.LessonScript.Line;
import dev.alain.core.offline.LessonScript.ScriptExercise;
import dev.alain.core.offline.LessonScript.ScriptQuestion;
import dev.alain.core.offline.LessonScript.ScriptStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads lesson scripts: Markdown in which lines that start with {@code @} say what follows.
 *
 * <p>The language is described in {@code docs/lesson-scripts.md}.
 */
final class ScriptParser {
    private final Map<String, List<Line>> head = new LinkedHashMap<>();
    private final List<ScriptStep> steps = new ArrayList<>();
    private final List<ScriptExercise> exercises = new ArrayList<>();
    private final List<ScriptQuestion> questions = new ArrayList<>();
    private final Deque<Condition> conditions = new ArrayDeque<>();
    private Block block = new Block("head", "", Condition.ALWAYS);

    private ScriptParser() {}

    static LessonScript parse(String name, String text) {
        ScriptParser parser = new ScriptParser();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                parser.line(line);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("lesson " + name + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        parser.close();
        return new LessonScript(name, parser.head, parser.steps, parser.exercises, parser.questions);
    }

    private void line(String line) {
        // Inside code a line may start with a decorator, so only conditions count there.
        boolean conditional = line.startsWith("@if ") || line.equals("@else") || line.equals("@end");
        if (!line.startsWith("@") || (block.inFence() && !conditional) || line.equals("@card-usage")) {
            block.body(condition(), line);
            return;
        }
        int space = line.indexOf(' ');
        String word = space < 0 ? line.substring(1) : line.substring(1, space);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        switch (word) {
            case "step", "exercise", "question", "use" -> {
                close();
                block = new Block(word, rest, condition());
            }
            case "if" -> conditions.push(Condition.parse(rest));
            case "else" -> conditions.push(conditions.pop().negated());
            case "end" -> conditions.pop();
            default -> block.value(word, condition(), rest);
        }
    }

    private Condition condition() {
        Condition all = Condition.ALWAYS;
        for (Condition condition : conditions) {
            all = all.and(condition);
        }
        return all;
    }

    private void close() {
        switch (block.kind) {
            case "head" -> head.putAll(block.values);
            case "step" -> steps.add(block.step());
            case "use" -> steps.add(block.reference());
            case "exercise" -> exercises.add(block.exercise());
            default -> questions.add(block.question());
        }
    }

    /** What one {@code @step}, {@code @exercise} or {@code @question} holds. */
    private static final class Block {
        private final String kind;
        private final List<String> words;
        private final Condition when;
        private final Map<String, List<Line>> values = new LinkedHashMap<>();
        private final List<Line> body = new ArrayList<>();
        private boolean fence;

        Block(String kind, String words, Condition when) {
            this.kind = kind;
            this.words = List.of(words.split("\\s+", -1));
            this.when = when;
        }

        boolean inFence() {
            return fence;
        }

        void body(Condition condition, String line) {
            if (line.startsWith("```")) {
                fence = !fence;
            }
            body.add(new Line(condition, line));
        }

        void value(String key, Condition condition, String text) {
            values.computeIfAbsent(key, unused -> new ArrayList<>()).add(new Line(condition, text));
        }

        private String first(String key) {
            return values.getOrDefault(key, List.of()).stream()
                    .map(Line::text)
                    .findFirst()
                    .orElse("");
        }

        private List<String> names(String key) {
            return values.getOrDefault(key, List.of()).stream()
                    .flatMap(line -> List.of(line.text().split("[,\\s]+", -1)).stream())
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        private List<Line> all(String... keys) {
            List<Line> lines = new ArrayList<>();
            for (String key : keys) {
                values.getOrDefault(key, List.of())
                        .forEach(line -> lines.add(new Line(line.when(), key + ": " + line.text())));
            }
            return lines;
        }

        /** A step of the common script, in the place where this one names it. */
        ScriptStep reference() {
            return new ScriptStep(
                    words.get(0), "use", 0, when, "", "", List.of(), List.of(), List.of(), List.of(), List.of());
        }

        ScriptStep step() {
            return new ScriptStep(
                    words.get(0),
                    words.get(1),
                    Integer.parseInt(words.get(2)),
                    when,
                    first("title"),
                    first("goal"),
                    names("introduces"),
                    names("uses"),
                    values.getOrDefault("check", List.of()),
                    all("tip", "warning", "note"),
                    List.copyOf(body));
        }

        ScriptExercise exercise() {
            List<String> fences = fences();
            List<Line> task = body.stream()
                    .takeWhile(line -> !line.text().startsWith("```"))
                    .toList();
            return new ScriptExercise(
                    when,
                    words.get(0),
                    first("title"),
                    task,
                    first("hint"),
                    fences.isEmpty() ? "" : fences.get(0),
                    fences.size() < 2 ? "" : fences.get(1));
        }

        private List<String> fences() {
            List<String> found = new ArrayList<>();
            StringBuilder code = new StringBuilder();
            boolean inside = false;
            for (Line line : body) {
                if (line.text().startsWith("```")) {
                    if (inside) {
                        found.add(code.toString());
                        code.setLength(0);
                    }
                    inside = !inside;
                } else if (inside) {
                    code.append(line.text()).append('\n');
                }
            }
            return found;
        }

        ScriptQuestion question() {
            List<String> options = body.stream()
                    .map(line -> line.text().strip())
                    .filter(text -> text.startsWith("- "))
                    .map(text -> text.substring(2))
                    .toList();
            return new ScriptQuestion(when, first("ask"), options, first("because"));
        }
    }
}
