package dev.alain.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.testkit.TeacherFault.Reaction;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint on loopback that speaks like OpenAI and teaches by a script. */
public final class TeacherServer {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TeacherServer() {}

    /** A server whose answers come after a while from a script; its base URL is {@code uri() + "/v1"}. */
    public static FaultServer start(ScriptedChatModel.Script script, Duration latency) {
        AtomicInteger calls = new AtomicInteger();
        return FaultServer.routing(request -> {
            if (!request.method().equals("POST")) {
                return Answer.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"scripted\"}]}");
            }
            Answer answer = answer(script.react(prompt(request.body()), calls.incrementAndGet()));
            return latency.isZero() ? answer : Answer.after(latency, answer);
        });
    }

    /** All messages of a request, one after another. */
    public static String prompt(String body) {
        try {
            StringBuilder prompt = new StringBuilder();
            for (JsonNode message : MAPPER.readTree(body).path("messages")) {
                prompt.append(message.path("content").asText()).append("\n\n");
            }
            return prompt.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a request for a chat completion", e);
        }
    }

    private static Answer answer(Reaction reaction) {
        if (reaction.status() == 0) {
            return Answer.silence();
        }
        if (reaction.status() != 200) {
            Map<String, String> headers = reaction.retryAfter() > 0
                    ? Map.of("Content-Type", "application/json", "Retry-After", Integer.toString(reaction.retryAfter()))
                    : Map.of("Content-Type", "application/json");
            return Answer.text(reaction.status(), headers, "{\"error\":{\"message\":\"scripted\"}}");
        }
        return completion(reaction.text(), reaction.finish());
    }

    /** A chat completion. */
    public static Answer completion(String text, String finish) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("id", "c1").put("model", "scripted");
        ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
        choice.put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", text);
        reply.putObject("usage").put("prompt_tokens", 1_500).put("completion_tokens", Math.max(1, text.length() / 4));
        return Answer.json(200, reply.toString());
    }
}
