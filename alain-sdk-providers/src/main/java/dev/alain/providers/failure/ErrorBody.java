package dev.alain.providers.failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.providers.json.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an error body says, in any of the shapes that vendors use.
 *
 * @param json whether it was JSON at all
 * @param codes the vendor's words for the error: its code, type and error code, lower case
 * @param message for people; at most 300 characters
 */
record ErrorBody(boolean json, List<String> codes, String message) {
    private static final int LONGEST = 300;

    static ErrorBody of(String body) {
        return JsonText.read(body)
                .filter(JsonNode::isContainerNode)
                .map(ErrorBody::of)
                .orElseGet(() -> new ErrorBody(false, List.of(), "")); // a web page, or cut
    }

    /** Shapes: {error: {message, type, code}}, {error: "text"}, {type: error, error: {…}}, {message, code}, {detail}. */
    static ErrorBody of(JsonNode root) {
        JsonNode top = root.isArray() ? root.path(0) : root;
        JsonNode error = top.has("error") ? top.get("error") : top;
        List<String> codes = Stream.of(
                        error.path("code"),
                        error.path("type"),
                        error.path("details").path("error_code"),
                        error.path("status"))
                .map(code -> code.asText("").toLowerCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .toList();
        String param = error.path("param").asText("");
        String message = shortened(message(error));
        return new ErrorBody(
                true, codes, param.isEmpty() || message.contains(param) ? message : message + " (" + param + ")");
    }

    boolean says(String code) {
        return codes.contains(code);
    }

    String code() {
        return codes.isEmpty() ? "" : codes.get(0);
    }

    private static String message(JsonNode error) {
        if (error.isTextual()) {
            return error.asText();
        }
        JsonNode detail = error.path("detail");
        JsonNode first = detail.isArray() ? located(detail.path(0)) : detail;
        return Stream.of(error.path("message"), error.path("error"), first, detail.path("message"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    /** FastAPI says what is wrong and, apart from it, where. */
    private static JsonNode located(JsonNode detail) {
        StringBuilder place = new StringBuilder();
        detail.path("loc")
                .forEach(step -> place.append(place.isEmpty() ? "" : ".").append(step.asText()));
        return JsonNodeFactory.instance.textNode(detail.path("msg").asText() + " (" + place + ")");
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
