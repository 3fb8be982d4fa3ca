package dev.alain.validators.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What outputs say in words: streams, tracebacks and every media type that is text or JSON. */
public final class OutputTexts {
    private final List<Text> texts = new ArrayList<>();
    private final StringBuilder stream = new StringBuilder();
    private String streamName = "";

    private OutputTexts() {}

    /**
     * A text of an output without colour codes.
     *
     * @param what {@code stdout}, {@code traceback}, a media type, {@code metadata}
     */
    public record Text(String what, String text) {}

    /** The texts of a cell's outputs in order; chunks of one stream are joined. */
    public static List<Text> of(CodeCell cell) {
        OutputTexts reader = new OutputTexts();
        for (Output output : cell.outputs()) {
            reader.read(output);
        }
        reader.endStream();
        return reader.texts;
    }

    private void read(Output output) {
        if (output instanceof Output.Stream chunk) {
            if (!chunk.name().equals(streamName)) {
                endStream();
            }
            streamName = chunk.name();
            stream.append(chunk.text());
            return;
        }
        endStream();
        if (output instanceof Output.ErrorOutput error) {
            add("traceback", error.name() + ": " + error.value() + "\n" + String.join("\n", error.traceback()));
        } else if (output instanceof Output.DisplayData display) {
            data(display.data(), display.metadata());
        } else if (output instanceof Output.ExecuteResult result) {
            data(result.data(), result.metadata());
        }
    }

    private void endStream() {
        if (stream.length() > 0) {
            add(streamName, stream.toString());
        }
        stream.setLength(0);
    }

    private void data(ObjectNode data, ObjectNode metadata) {
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            if (isText(entry.getKey())) {
                add(entry.getKey(), text(entry.getValue()));
            }
        }
        if (!metadata.isEmpty()) {
            add("metadata", JsonTexts.flat(metadata));
        }
    }

    private static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        boolean lines = value.isArray();
        for (JsonNode item : value) {
            lines &= item.isTextual();
        }
        if (!lines) {
            return JsonTexts.flat(value);
        }
        StringBuilder joined = new StringBuilder();
        value.forEach(line -> joined.append(line.textValue()));
        return joined.toString();
    }

    /** Pictures, sound and the like are base64, which holds no words; vector graphics are text. */
    static boolean isText(String mediaType) {
        String main = mediaType.indexOf('/') < 0 ? mediaType : mediaType.substring(0, mediaType.indexOf('/'));
        return switch (main) {
            case "image", "audio", "video", "font" -> mediaType.contains("svg");
            case "application" ->
                !List.of("application/pdf", "application/octet-stream", "application/zip")
                        .contains(mediaType);
            default -> true;
        };
    }

    private void add(String what, String text) {
        texts.add(new Text(what, withoutColours(text)));
    }

    /** Without the control sequences of terminals (ECMA-48). */
    private static String withoutColours(String text) {
        if (text.indexOf('\u001b') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '\u001b' && i + 1 < text.length() && text.charAt(i + 1) == '[') {
                i += 2;
                while (i < text.length() && text.charAt(i) < '@') {
                    i++;
                }
                i++;
            } else {
                plain.append(text.charAt(i++));
            }
        }
        return plain.toString();
    }
}
