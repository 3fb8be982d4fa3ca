package dev.alain.providers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.testkit.Answer;
import java.util.ArrayList;
import java.util.List;

/** Answers as vendors give them. */
final class Answers {
    private Answers() {}

    /** A complete answer of a vendor that speaks like OpenAI. */
    static Answer openAi(String text) {
        return Answer.json(200, openAiBody(text, "stop"));
    }

    static String openAiBody(String text, String finish) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", "gpt-test-0613");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text);
        choice.put("finish_reason", finish);
        body.putObject("usage")
                .put("prompt_tokens", 11)
                .put("completion_tokens", 7)
                .put("total_tokens", 18);
        return body.toString();
    }

    /** The lines of a stream of a vendor that speaks like OpenAI, one for each piece, without the end. */
    static List<String> openAiPieces(String... pieces) {
        List<String> lines = new ArrayList<>();
        for (String piece : pieces) {
            ObjectNode chunk = chunk();
            chunk.putArray("choices")
                    .addObject()
                    .put("index", 0)
                    .putObject("delta")
                    .put("content", piece);
            lines.add("data: " + chunk);
        }
        return lines;
    }

    /** The end of such a stream. */
    static List<String> openAiEnd(String finish) {
        ObjectNode last = chunk();
        last.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", finish)
                .putObject("delta");
        ObjectNode usage = chunk();
        usage.putArray("choices");
        usage.putObject("usage").put("prompt_tokens", 11).put("completion_tokens", 7);
        return List.of("data: " + last, "data: " + usage, "data: [DONE]");
    }

    static Answer openAiStream(String... pieces) {
        List<String> lines = new ArrayList<>(openAiPieces(pieces));
        lines.addAll(openAiEnd("stop"));
        return Answer.events(lines.toArray(String[]::new));
    }

    static String errorBody(String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("message", message).put("type", "error").put("code", code);
        return body.toString();
    }

    private static ObjectNode chunk() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion.chunk")
                .put("model", "gpt-test-0613");
    }
}
