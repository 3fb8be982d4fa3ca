package dev.alain.validation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sets a value of open metadata by JSON pointer. */
final class MetadataEdit {
    private MetadataEdit() {}

    static void apply(ObjectNode metadata, Fix.SetMetadata edit) {
        ObjectNode holder = metadata;
        JsonPointer pointer = JsonPointer.compile(edit.pointer());
        while (!pointer.tail().matches()) {
            String name = pointer.getMatchingProperty();
            JsonNode inner = holder.path(name);
            holder = inner instanceof ObjectNode object ? object : holder.putObject(name);
            pointer = pointer.tail();
        }
        if (edit.value().isMissingNode()) {
            holder.remove(pointer.getMatchingProperty());
        } else {
            holder.set(pointer.getMatchingProperty(), edit.value().deepCopy());
        }
    }
}
