package dev.alain.validators.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules that results refer to by number, in the order in which they came. */
final class SarifRules {
    private final Map<String, ObjectNode> rules = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The number of a rule; what is known of it may come later. */
    int number(String id, Optional<RuleInfo> info) {
        if (info.isPresent() && known.add(id)) {
            rules.put(id, descriptor(info.get()));
        }
        rules.computeIfAbsent(id, unknown -> JsonText.MAPPER.createObjectNode().put("id", unknown));
        return numbers.computeIfAbsent(id, unknown -> numbers.size());
    }

    ArrayNode toJson() {
        ArrayNode all = JsonText.MAPPER.createArrayNode();
        numbers.keySet().forEach(id -> all.add(rules.get(id)));
        return all;
    }

    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static ObjectNode descriptor(RuleInfo info) {
        ObjectNode rule = JsonText.MAPPER.createObjectNode().put("id", info.id());
        if (!info.slug().isEmpty()) {
            rule.put("name", info.slug());
        }
        rule.putObject("shortDescription").put("text", info.title());
        rule.putObject("fullDescription").put("text", info.title());
        String help = info.help().isEmpty() ? info.title() : info.help();
        rule.putObject("help").put("text", help).put("markdown", help);
        rule.putObject("defaultConfiguration").put("level", level(info.severity()));
        ObjectNode properties = rule.putObject("properties");
        properties.set("tags", RuleJson.profiles(info));
        properties.put("problem.severity", problem(info.severity()));
        return rule;
    }

    /** What code scanning of GitHub sorts by. */
    private static String problem(Severity severity) {
        return severity == Severity.INFO ? "recommendation" : level(severity);
    }
}
