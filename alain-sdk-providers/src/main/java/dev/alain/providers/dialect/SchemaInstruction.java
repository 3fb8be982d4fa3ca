package dev.alain.providers.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.Message;
import dev.alain.chat.ResponseFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Says in words which shape the answer should have, whatever else holds the model to it: constraints are dropped
 * silently by many servers, and some refuse JSON mode unless the word stands in a message.
 */
public final class SchemaInstruction {
    private static final String JSON = resource("json.txt");
    private static final String SCHEMA = resource("json-schema.txt");

    private SchemaInstruction() {}

    /** The messages, with the instruction at the end of the first system message or in one of its own. */
    public static List<Message> added(ChatRequest request) {
        String words = words(request.responseFormat());
        return words.isEmpty() ? request.messages() : with(words, request.messages());
    }

    /** Writes messages as all three languages have them. */
    public static void write(List<Message> messages, ObjectNode body) {
        for (Message message : messages) {
            body.withArray("messages").addObject().put("role", message.role()).put("content", message.text());
        }
    }

    private static String words(ResponseFormat format) {
        if (format instanceof ResponseFormat.JsonSchema schema) {
            return SCHEMA.replace("{{schema}}", schema.schema().toString());
        }
        return format instanceof ResponseFormat.Json ? JSON : "";
    }

    private static List<Message> with(String words, List<Message> messages) {
        List<Message> all = new ArrayList<>(messages);
        if (all.get(0).role().equals("system")) {
            all.set(0, Message.system(all.get(0).text() + "\n\n" + words));
        } else {
            all.add(0, Message.system(words));
        }
        return all;
    }

    private static String resource(String name) {
        try (InputStream file = SchemaInstruction.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
