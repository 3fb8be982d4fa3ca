package dev.alain.validators.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets in open metadata, in values and keys at any depth. */
final class MetadataLeaks {
    private final String cellId;
    private final List<FoundLeak> found = new ArrayList<>();

    private MetadataLeaks(String cellId) {
        this.cellId = cellId;
    }

    /**
     * Where the walk is.
     *
     * @param pointer to the innermost value that a fix can name without naming a secret
     * @param node what stands there
     * @param open whether the pointer may still be followed: no list and no secret key on the way
     */
    private record Here(String pointer, String key, JsonNode node, boolean open) {
        Here step(String name, JsonNode value, boolean secretKey) {
            boolean follow = open && !secretKey;
            return follow
                    ? new Here(
                            pointer + "/" + name.replace("~", "~0").replace("/", "~1"), name, value, value.isObject())
                    : new Here(pointer, key, node, false);
        }
    }

    static List<FoundLeak> of(String cellId, JsonNode metadata) {
        MetadataLeaks leaks = new MetadataLeaks(cellId);
        leaks.walk("", metadata, new Here("", "", metadata, true));
        return leaks.found;
    }

    private void walk(String key, JsonNode node, Here here) {
        if (node.isTextual()) {
            JsonTexts.leaks(key, node.textValue()).forEach(leak -> take(leak, here));
        } else if (node.isArray()) {
            Here closed = new Here(here.pointer(), here.key(), here.node(), false);
            node.forEach(item -> walk(key, item, closed));
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                List<Leak> inKey = SecretScanner.scan(entry.getKey());
                inKey.forEach(leak -> take(leak, here));
                walk(entry.getKey(), entry.getValue(), here.step(entry.getKey(), entry.getValue(), !inKey.isEmpty()));
            }
        }
    }

    private void take(Leak leak, Here here) {
        boolean whole = here.pointer().isEmpty();
        List<Fix.Edit> edits = whole
                ? List.of()
                : List.of(new Fix.SetMetadata(cellId, here.pointer(), JsonTexts.redacted(here.key(), here.node())));
        String where = whole ? "a key of the metadata" : "metadata " + here.pointer();
        found.add(new FoundLeak(leak, cellId, where, Optional.empty(), edits));
    }
}
