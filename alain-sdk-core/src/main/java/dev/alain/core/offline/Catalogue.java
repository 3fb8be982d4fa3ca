package dev.alain.core.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the offline teacher can teach: tasks, the lesson scripts that fit them, packages and examples. */
final class Catalogue {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode tasks = json("catalogue.json");
    private final JsonNode examples = json("examples.json");
    private final Map<String, LessonScript> scripts = new ConcurrentHashMap<>();

    /** The first lesson of a task whose conditions hold; the generic one when there is none. */
    LessonScript lesson(String task, Flags flags) {
        for (JsonNode lesson : tasks.path("lessons").path(task)) {
            if (Condition.parse(lesson.path("when").asText("")).holds(flags)) {
                return script(lesson.path("script").asText());
            }
        }
        return script("generic");
    }

    /** How people call a task. */
    String taskName(String task) {
        return tasks.path("names").path(task).asText(task.replace('-', ' '));
    }

    LessonScript script(String name) {
        return scripts.computeIfAbsent(name, key -> ScriptParser.parse(key, text("lessons/" + key + ".md")));
    }

    /** The names of all lesson scripts. */
    List<String> scriptNames() {
        List<String> names = new ArrayList<>();
        tasks.path("scripts").forEach(name -> names.add(name.asText()));
        return names;
    }

    JsonNode examples() {
        return examples;
    }

    private static JsonNode json(String name) {
        try {
            return MAPPER.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name, e);
        }
    }

    private static String text(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name, e);
        }
    }
}
