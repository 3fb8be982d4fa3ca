package dev.alain.providers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.providers.vendor.Vendors;
import dev.alain.testkit.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The languages that vendors speak, with what servers say in each. */
enum Tongue {
    OPENAI("openai", "/v1", "/v1/chat/completions"),
    OLLAMA("ollama", "", "/api/chat"),
    ANTHROPIC("anthropic", "/v1", "/v1/messages");

    final String vendor;
    final String base;
    final String path;

    Tongue(String vendor, String base, String path) {
        this.vendor = vendor;
        this.base = base;
        this.path = path;
    }

    RemoteChatModelBuilder builder(String server) {
        return RemoteChatModel.builder(Vendors.known(vendor))
                .baseUrl(server + base)
                .model("test-model");
    }

    /** A whole answer. */
    String body(String text, String finish) {
        return switch (this) {
            case OPENAI -> Answers.openAiBody(text, finish);
            case OLLAMA ->
                ollama(text)
                        .put("done", true)
                        .put("done_reason", finish)
                        .put("prompt_eval_count", 11)
                        .put("eval_count", 7)
                        .toString();
            case ANTHROPIC -> anthropic(text, anthropicReason(finish)).toString();
        };
    }

    Answer answer(String text) {
        return Answer.json(200, body(text, "stop"));
    }

    Answer answer(String text, String finish) {
        return Answer.json(200, body(text, finish));
    }

    /** A refusal in the shape of the vendor. */
    String error(String type, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case OPENAI ->
                body.putObject("error")
                        .put("message", message)
                        .put("type", "error")
                        .put("code", type);
            case OLLAMA -> body.put("error", message);
            case ANTHROPIC ->
                body.put("type", "error").putObject("error").put("type", type).put("message", message);
        }
        return body.toString();
    }

    /** The lines of a stream before its end. */
    List<String> pieces(String... texts) {
        List<String> lines = new ArrayList<>();
        if (this == ANTHROPIC) {
            lines.add("event: message_start\ndata: " + "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\","
                    + "\"model\":\"claude-test\",\"usage\":{\"input_tokens\":11,\"output_tokens\":1}}}");
            lines.add("event: ping\ndata: {\"type\":\"ping\"}");
        }
        Arrays.stream(texts).map(this::piece).forEach(lines::add);
        return lines;
    }

    /** The end of a stream. */
    List<String> end(String finish) {
        return switch (this) {
            case OPENAI -> Answers.openAiEnd(finish);
            case OLLAMA ->
                List.of(ollama("")
                        .put("done", true)
                        .put("done_reason", finish)
                        .put("prompt_eval_count", 11)
                        .put("eval_count", 7)
                        .toString());
            case ANTHROPIC ->
                List.of(
                        "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + anthropicReason(finish)
                                + "\"},\"usage\":{\"output_tokens\":7}}",
                        "data: {\"type\":\"message_stop\"}");
        };
    }

    Answer stream(String... texts) {
        List<String> lines = new ArrayList<>(pieces(texts));
        lines.addAll(end("stop"));
        return stream(lines, dev.alain.testkit.Wire::lastChunk);
    }

    Answer stream(List<String> lines, Answer.End end) {
        return this == OLLAMA
                ? Answer.stream("application/x-ndjson", "\n", lines, end)
                : Answer.stream("text/event-stream", "\n\n", lines, end);
    }

    /** An error that comes in the middle of a stream. */
    String errorLine(String type, String message) {
        return (this == OLLAMA ? "" : "data: ") + error(type, message);
    }

    private String piece(String text) {
        String quoted = JsonNodeFactory.instance.textNode(text).toString();
        return switch (this) {
            case OPENAI -> Answers.openAiPieces(text).get(0);
            case OLLAMA -> ollama(text).put("done", false).toString();
            case ANTHROPIC ->
                "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\"," + "\"text\":"
                        + quoted + "}}";
        };
    }

    private static ObjectNode ollama(String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", "qwen-test");
        body.putObject("message").put("role", "assistant").put("content", text);
        return body;
    }

    private static ObjectNode anthropic(String text, String reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", "msg_1")
                .put("type", "message")
                .put("model", "claude-test")
                .put("stop_reason", reason);
        body.putArray("content").addObject().put("type", "text").put("text", text);
        body.putObject("usage").put("input_tokens", 11).put("output_tokens", 7);
        return body;
    }

    private static String anthropicReason(String finish) {
        return switch (finish) {
            case "stop" -> "end_turn";
            case "length" -> "max_tokens";
            case "content_filter" -> "refusal";
            default -> finish;
        };
    }
}
