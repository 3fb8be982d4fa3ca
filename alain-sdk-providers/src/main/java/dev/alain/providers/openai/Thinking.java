package dev.alain.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.providers.vendor.Vendor;
import java.util.Map;

/** The fields of a vendor that switch thinking off or on. */
final class Thinking {
    private Thinking() {}

    static ObjectNode fields(Vendor vendor, boolean on) {
        return (ObjectNode) turned(vendor.thinking(), on);
    }

    private static JsonNode turned(JsonNode value, boolean on) {
        if (value.isBoolean()) {
            return JsonNodeFactory.instance.booleanNode(value.asBoolean() ^ on);
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode turned = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            turned.set(field.getKey(), turned(field.getValue(), on));
        }
        return turned;
    }
}
