package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A document inside a string. */
final class Embedded {
    private Embedded() {}

    /** The array or object that the text is; null when it isn't one. With {@code mend}, a broken one counts too. */
    static @Nullable JsonNode container(JsonNode node, boolean mend, RepairLimits limits) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        boolean brackets = (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"));
        if (!brackets) {
            return null;
        }
        JsonNode value = new StrictReader(text, limits, new SpanBook(false)).read();
        if (value != null || !mend) {
            return value;
        }
        try {
            JsonNode mended = JsonRepair.parse(
                            text, RepairOptions.builder().limits(limits).build())
                    .value();
            return mended.isContainerNode() ? mended : null;
        } catch (JsonRepairException noDocument) {
            return null;
        }
    }
}
