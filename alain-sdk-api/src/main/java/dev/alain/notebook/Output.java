package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a code cell printed: a stream, a display, a result or an error. */
public sealed interface Output {
    /** The output as nbformat JSON. */
    ObjectNode toJson();

    /**
     * Text written to a stream.
     *
     * @param name usually {@code stdout} or {@code stderr}
     */
    record Stream(String name, String text) implements Output {
        @Override
        public ObjectNode toJson() {
            return Outputs.json("stream").put("name", name).put("text", text);
        }
    }

    /**
     * Something shown, in several media types.
     *
     * @param data content by media type
     * @param metadata open metadata
     */
    record DisplayData(ObjectNode data, ObjectNode metadata) implements Output {
        /** Copies the open JSON. */
        public DisplayData {
            data = data.deepCopy();
            metadata = metadata.deepCopy();
        }

        @Override
        public ObjectNode data() {
            return data.deepCopy();
        }

        @Override
        public ObjectNode metadata() {
            return metadata.deepCopy();
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = Outputs.json("display_data");
            json.set("data", data.deepCopy());
            json.set("metadata", metadata.deepCopy());
            return json;
        }
    }

    /**
     * The value of the cell's last expression.
     *
     * @param data content by media type
     * @param metadata open metadata
     * @param executionCount an integer of at least 0, or JSON null
     */
    record ExecuteResult(ObjectNode data, ObjectNode metadata, JsonNode executionCount) implements Output {
        /** Copies the open JSON. */
        public ExecuteResult {
            data = data.deepCopy();
            metadata = metadata.deepCopy();
        }

        @Override
        public ObjectNode data() {
            return data.deepCopy();
        }

        @Override
        public ObjectNode metadata() {
            return metadata.deepCopy();
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = Outputs.json("execute_result");
            json.set("data", data.deepCopy());
            json.set("metadata", metadata.deepCopy());
            json.set("execution_count", executionCount);
            return json;
        }
    }

    /** An exception that ended the cell. */
    record ErrorOutput(String name, String value, List<String> traceback) implements Output {
        /** Copies the list. */
        public ErrorOutput {
            traceback = List.copyOf(traceback);
        }

        @Override
        public ObjectNode toJson() {
            ObjectNode json = Outputs.json("error").put("ename", name).put("evalue", value);
            var lines = JsonNodeFactory.instance.arrayNode();
            traceback.forEach(lines::add);
            json.set("traceback", lines);
            return json;
        }
    }
}
