package dev.alain.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** The shape that an answer should have. */
public sealed interface ResponseFormat {
    /** Free text. */
    record Text() implements ResponseFormat {}

    /** Any JSON object. */
    record Json() implements ResponseFormat {}

    /**
     * A JSON object of a schema.
     *
     * @param name letters, digits, - and _
     */
    record JsonSchema(String name, JsonNode schema) implements ResponseFormat {
        /** Copies the schema. */
        public JsonSchema {
            Objects.requireNonNull(name, "name");
            schema = schema.deepCopy();
        }

        @Override
        public JsonNode schema() {
            return schema.deepCopy();
        }
    }

    /** Free text. */
    static ResponseFormat text() {
        return new Text();
    }

    /** Any JSON object. */
    static ResponseFormat json() {
        return new Json();
    }
}
