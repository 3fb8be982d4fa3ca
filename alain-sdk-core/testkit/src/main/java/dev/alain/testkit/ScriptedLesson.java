package dev.alain.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Answers a teacher's questions as a good model would: outlines, sections and reviews that keep the contract.
 *
 * <p>Deterministic, without state, safe for use by many threads.
 *
 * <pre>{@code
 * ChatModel model = ChatModel.named("scripted", request -> ChatReply.of(new ScriptedLesson(8).answer(request)));
 * }</pre>
 */
public final class ScriptedLesson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> THINGS = List.of(
            "batch",
            "token",
            "layer",
            "vector",
            "prompt",
            "answer",
            "weight",
            "sample",
            "label",
            "score",
            "window",
            "tensor",
            "device",
            "cache",
            "result",
            "example",
            "sentence",
            "number",
            "error",
            "measure");
    private static final List<String> DEEDS = List.of(
            "changes",
            "holds",
            "limits",
            "shows",
            "replaces",
            "follows",
            "needs",
            "keeps",
            "moves",
            "explains",
            "compares",
            "checks",
            "carries",
            "splits",
            "joins",
            "counts");
    private static final List<String> WAYS = List.of(
            "slowly",
            "at once",
            "before the next one",
            "in plain view",
            "without a copy",
            "for every reader",
            "on a small machine",
            "as the card says",
            "after a warm start",
            "in the same order",
            "one by one");

    private final int steps;

    /** A teacher whose outlines have so many steps. */
    public ScriptedLesson(int steps) {
        this.steps = steps;
    }

    /** What a good model answers to a whole prompt. */
    public String answer(String prompt) {
        try {
            return MAPPER.writeValueAsString(value(prompt));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** The same as a tree; only some members when the prompt asks for a part. */
    public ObjectNode value(String prompt) {
        ObjectNode whole = whole(prompt);
        int only = prompt.lastIndexOf("only these members: ");
        if (only >= 0) {
            String line = prompt.substring(only + 20).lines().findFirst().orElse("");
            whole.retain(List.of(line.split(", ", -1)));
        }
        return whole;
    }

    private ObjectNode whole(String prompt) {
        if (prompt.contains("Review a manual about")) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("status", "pass")
                    .<ObjectNode>set("issues", JsonNodeFactory.instance.arrayNode())
                    .set("filler_sections", JsonNodeFactory.instance.arrayNode());
        }
        return isSection(prompt) ? section(prompt) : outline();
    }

    /** Whether a prompt asks for a section. */
    public static boolean isSection(String prompt) {
        return prompt.contains("SECTION_NUMBER: ");
    }

    /** The number of the section that a prompt asks for; 0 for an outline. */
    public static int sectionNumber(String prompt) {
        int at = prompt.indexOf("SECTION_NUMBER: ");
        return at < 0 ? 0 : Integer.parseInt(prompt.substring(at + 16).split("\\s", 2)[0]);
    }

    private ObjectNode outline() {
        ObjectNode outline = JsonNodeFactory.instance.objectNode();
        outline.put("title", "A first week with the model");
        outline.put(
                "overview",
                "You meet the model with small inputs first and with your own material later. At the end you have a tool that"
                        + " you can show to a colleague, and you know where it fails.");
        texts(outline.putArray("objectives"), 4, i -> "Use part " + i + " of the model with input of your own");
        texts(outline.putArray("prerequisites"), 2, i -> "Reading Python, level " + i);
        ObjectNode setup = outline.putObject("setup");
        setup.putArray("requirements").add("transformers").add("torch").add("ipywidgets");
        setup.putArray("environment").add("HF_HOME: where models are kept");
        setup.putArray("commands");
        ArrayNode list = outline.putArray("outline");
        for (int i = 1; i <= steps; i++) {
            ObjectNode step =
                    list.addObject().put("step", i).put("title", "Step " + i + ": Part " + i + " of the work");
            step.put("type", i == 1 ? "setup" : "implementation").put("estimated_tokens", 1000);
            step.put("content_type", "markdown + code").put("goal", "You can explain and change part " + i);
            step.putArray("introduces").add("part_" + i);
            ArrayNode uses = step.putArray("uses");
            if (i > 1) {
                uses.add("part_" + (i - 1));
            }
            step.putArray("sources").add("f1");
        }
        exercises(outline.putArray("exercises"));
        questions(outline.putArray("assessments"));
        outline.put(
                "summary",
                "You have built a small tool around the model, you have measured it on material of your own, and you know which"
                        + " of its answers you can trust and which you have to check.");
        outline.putArray("next_steps").add("Try a larger input").add("Read the card again");
        outline.putArray("references")
                .addObject()
                .put("title", "Documentation")
                .put("url", "https://huggingface.co/docs/transformers");
        return outline;
    }

    private static void exercises(ArrayNode list) {
        for (int i = 1; i <= 2; i++) {
            list.addObject()
                    .put("title", "Change part " + i)
                    .put("difficulty", "beginner")
                    .put("estimated_tokens", 120)
                    .put("task", "Change the input of part " + i + " and describe what happens to the result.")
                    .put("hint", "Start with a shorter input.")
                    .put("solution", "changed = [" + i + "]\nprint(changed)");
        }
    }

    private void questions(ArrayNode list) {
        for (int i = 1; i <= 4; i++) {
            ObjectNode question = list.addObject().put("question", "What does part " + i + " do with its input?");
            question.putArray("options")
                    .add("It counts it " + i + " times")
                    .add("It keeps it as it is")
                    .add("It drops the end of it")
                    .add("It sends it elsewhere");
            question.put("correct_index", 0).put("explanation", "The code of part " + i + " counts.");
            question.put("step", Math.min(i, steps));
        }
    }

    private static void texts(ArrayNode list, int count, java.util.function.IntFunction<String> text) {
        for (int i = 1; i <= count; i++) {
            list.add(text.apply(i));
        }
    }

    private static ObjectNode section(String prompt) {
        int number = sectionNumber(prompt);
        ObjectNode section = JsonNodeFactory.instance.objectNode().put("section_number", number);
        section.put("title", "Step " + number + ": Part " + number + " of the work");
        ArrayNode content = section.putArray("content");
        for (int i = 1; i <= 3; i++) {
            content.addObject().put("cell_type", "markdown").put("source", prose(number, i));
            if (i < 3) {
                content.addObject().put("cell_type", "code").put("source", code(prompt, number, i));
            }
        }
        section.putArray("callouts")
                .addObject()
                .put("type", "tip")
                .put("message", "Keep the inputs of part " + number + " short while you try things out.");
        section.put("estimated_tokens", 900);
        section.putArray("prerequisites_check").add("the steps before step " + number + " have run");
        section.put("next_section_hint", "");
        section.putArray("sources").add("f1");
        names(prompt).forEach(section.putArray("introduces")::add);
        return section;
    }

    /** About 1,100 characters that say nothing and never say it twice. */
    private static String prose(int number, int part) {
        StringBuilder text = new StringBuilder("Why part " + number + "." + part + " matters: ");
        int seed = number * 7_919 + part * 104_729;
        while (text.length() < 1_100) {
            seed = seed * 1_103_515_245 + 12_345;
            text.append("the ").append(pick(THINGS, seed >>> 8)).append(' ').append(pick(DEEDS, seed >>> 12));
            text.append(" the ").append(pick(THINGS, seed >>> 16)).append(' ').append(pick(WAYS, seed >>> 20));
            text.append(". Then ");
        }
        return text.append("you run the next cell.").toString();
    }

    private static String pick(List<String> words, int seed) {
        return words.get(Math.floorMod(seed, words.size()));
    }

    private static String code(String prompt, int number, int part) {
        List<String> lines = new ArrayList<>();
        lines.add("# Part " + number + "." + part + ": small numbers, so that every line can be checked by hand");
        lines.add("values_" + number + "_" + part + " = [" + number + ", " + part + ", " + (number + part) + "]");
        if (part == 1) {
            names(prompt).forEach(name -> lines.add(name + " = sum(values_" + number + "_1)"));
        }
        lines.add("print(values_" + number + "_" + part + ")");
        return String.join("\n", lines);
    }

    private static List<String> names(String prompt) {
        int at = prompt.indexOf("at the top level of a code cell: ");
        if (at < 0) {
            return List.of();
        }
        String line = prompt.substring(at + 33).lines().findFirst().orElse("").strip();
        return line.equals("nothing") ? List.of() : List.of(line.split(", ", -1));
    }

    /** The answer with one member changed. */
    public String changed(String prompt, UnaryOperator<ObjectNode> change) {
        return change.apply(value(prompt)).toString();
    }
}
