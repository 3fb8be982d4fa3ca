package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Outputs between values and nbformat JSON. */
final class Outputs {
    private Outputs() {}

    static ObjectNode json(String type) {
        return JsonNodeFactory.instance.objectNode().put("output_type", type);
    }

    /** Reads outputs that were found valid. */
    static List<Output> read(JsonNode outputs) {
        List<Output> read = new ArrayList<>();
        outputs.forEach(output -> read.add(read((ObjectNode) output)));
        return read;
    }

    private static Output read(ObjectNode output) {
        return switch (output.path("output_type").asText()) {
            case "stream" -> new Output.Stream(output.path("name").asText(), Lines.joined(output.path("text")));
            case "display_data" -> new Output.DisplayData(data(output), (ObjectNode) output.path("metadata"));
            case "execute_result" ->
                new Output.ExecuteResult(
                        data(output), (ObjectNode) output.path("metadata"), output.path("execution_count"));
            default -> {
                List<String> traceback = new ArrayList<>();
                output.path("traceback").forEach(line -> traceback.add(line.asText()));
                yield new Output.ErrorOutput(
                        output.path("ename").asText(), output.path("evalue").asText(), traceback);
            }
        };
    }

    private static ObjectNode data(ObjectNode output) {
        return (ObjectNode) output.path("data");
    }
}
