package dev.alain.validators.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.validation.RuleInfo;

/** What people are told about a rule, as JSON. */
final class RuleJson {
    private RuleJson() {}

    static ObjectNode of(RuleInfo info) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", info.id())
                .put("slug", info.slug())
                .put("title", info.title())
                .put("severity", info.severity().label());
        json.set("profiles", profiles(info));
        json.put("fixable", info.fixable());
        if (!info.yieldsTo().isEmpty()) {
            json.put("yields_to", info.yieldsTo());
        }
        return info.help().isEmpty() ? json : json.put("help", info.help());
    }

    /** Sorted, for a set has no order of its own. */
    static ArrayNode profiles(RuleInfo info) {
        ArrayNode profiles = JsonNodeFactory.instance.arrayNode();
        info.profiles().stream().sorted().forEach(profiles::add);
        return profiles;
    }
}
