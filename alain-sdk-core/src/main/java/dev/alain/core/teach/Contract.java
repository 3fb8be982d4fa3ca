package dev.alain.core.teach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.ResponseFormat;
import dev.alain.core.json.JsonRepair;
import dev.alain.core.json.JsonRepairException;
import dev.alain.core.json.RepairOptions;
import java.util.List;

/** A JSON Schema that answers are held to: strictly when they are asked for, gently when they are read. */
final class Contract {
    private final String name;
    private final JsonNode schema;
    private final RepairOptions gentle;

    Contract(String name, JsonNode schema) {
        this.name = name;
        this.schema = schema;
        this.gentle = RepairOptions.builder().schema(keysOnly(schema)).build();
    }

    /**
     * An answer that was read.
     *
     * @param complete whether it was there to its end
     */
    record Answer(ObjectNode value, boolean complete) {}

    /**
     * Reads an answer. What the contract asks for and the answer lacks is for its reader to find.
     *
     * @throws JsonRepairException if there is no object in it
     */
    Answer read(String text) {
        var result = JsonRepair.parse(text, gentle);
        JsonNode value = Coercion.of(result.value(), schema);
        return new Answer((ObjectNode) value, result.completeness().complete());
    }

    /** The shape to ask for; some members only, or all when none is named. */
    ResponseFormat format(boolean structured, List<String> members) {
        if (!structured) {
            return ResponseFormat.json();
        }
        return new ResponseFormat.JsonSchema(name.replace('.', '-'), members.isEmpty() ? schema : part(members));
    }

    private JsonNode part(List<String> members) {
        ObjectNode part = schema.deepCopy();
        ArrayNode required = part.putArray("required");
        members.forEach(required::add);
        ((ObjectNode) part.get("properties")).retain(members);
        return part;
    }

    /**
     * The schema's keys, which tell the reader where strings end, without types and limits, which would make it refuse
     * answers that {@link Coercion} and the assignments can still use.
     */
    private static JsonNode keysOnly(JsonNode schema) {
        ObjectNode keys = schema.deepCopy();
        strip(keys);
        keys.put("type", "object");
        return keys;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.retain("properties", "items");
            object.path("properties").forEach(Contract::strip);
            strip(object.path("items"));
        }
    }
}
