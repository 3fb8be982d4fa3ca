package dev.alain.core.research;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.InvalidReferenceException;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.hub.HubInfo;
import dev.alain.research.ModelReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The parts of the Hub's description that stay the same while the repository does. */
final class HubDescription {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    /** What research reads. Counts, dates and places where the model runs change nightly and are left out. */
    private static final List<String> KEPT = List.of(
            "id",
            "modelId",
            "author",
            "sha",
            "gated",
            "disabled",
            "pipeline_tag",
            "library_name",
            "tags",
            "mask_token",
            "widgetData",
            "config",
            "cardData",
            "transformersInfo",
            "safetensors",
            "gguf");

    private static final String SECURITY = "securityRepoStatus";
    private static final String ISSUES = "filesWithIssues";

    private final HubInfo info;
    private final JsonNode json;

    HubDescription(HubInfo info) {
        this.info = info;
        this.json = info.json();
    }

    HubInfo info() {
        return info;
    }

    /**
     * Ends research of what must not be used.
     *
     * @throws ResearchException if the Hub has disabled the model, or its scan found a file to be unsafe
     */
    void requireUsable() {
        if (json.path("disabled").asBoolean(false)) {
            throw new ResearchException(Reason.REFUSED, "the Hub has disabled " + info.id(), "Choose another model");
        }
        // While scans are going on, a file may be called anything.
        List<String> unsafe = json.path(SECURITY).path("scansDone").asBoolean(false) ? issues("unsafe") : List.of();
        if (!unsafe.isEmpty()) {
            throw new ResearchException(
                    Reason.REFUSED,
                    "the Hub's scan calls " + PlainText.visible(unsafe.get(0)) + " of " + info.id() + " unsafe",
                    "Choose another model");
        }
    }

    /** Files about which the Hub's scan is not sure. */
    List<String> suspiciousFiles() {
        Set<String> files = new LinkedHashSet<>(issues("suspicious"));
        files.addAll(issues("unsafe"));
        return files.stream().map(PlainText::visible).toList();
    }

    private List<String> issues(String level) {
        List<String> files = new ArrayList<>();
        for (JsonNode issue : json.path(SECURITY).path(ISSUES)) {
            if (issue.path("level").asText("").toLowerCase(Locale.ROOT).equals(level)) {
                files.add(issue.path("path").asText(""));
            }
        }
        return files.stream().sorted().distinct().toList();
    }

    /** Whether the repository has a file; also true when it is not known. */
    boolean mayHave(String file) {
        JsonNode siblings = json.path("siblings");
        boolean found = !siblings.isArray() || siblings.isEmpty();
        for (JsonNode sibling : siblings) {
            found |= sibling.path("rfilename").asText("").equals(file);
        }
        return found;
    }

    /** Whether it says that there is a chat template, or that there is none. */
    boolean knowsChatTemplate() {
        return json.at("/config/tokenizer_config").isObject()
                || json.at("/config/chat_template_jinja").isTextual()
                || json.at("/gguf/chat_template").isTextual();
    }

    /** The models that this one was made from. */
    List<String> baseModels() {
        Set<String> ids = new LinkedHashSet<>();
        JsonNode named = json.at("/cardData/base_model");
        if (named.isTextual()) {
            ids.add(named.asText());
        }
        named.forEach(id -> ids.add(id.asText("")));
        for (JsonNode tag : json.path("tags")) {
            String text = tag.asText("");
            if (text.startsWith("base_model:")) {
                ids.add(text.substring(text.lastIndexOf(':') + 1));
            }
        }
        ids.remove(info.id());
        ids.remove(info.askedId());
        return ids.stream().filter(HubDescription::isId).toList();
    }

    private static boolean isId(String id) {
        try {
            return ModelReference.parse(id).id().equals(id);
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    /** The lasting parts as JSON with sorted keys: equal revisions give equal bytes. */
    byte[] bytes() {
        ObjectNode kept = MAPPER.createObjectNode();
        for (String name : KEPT) {
            JsonNode value = json.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                kept.set(name, value);
            }
        }
        ArrayNode files = kept.putArray("siblings");
        json.path("siblings")
                .forEach(sibling -> files.addObject()
                        .put("rfilename", sibling.path("rfilename").asText("")));
        if (!suspiciousFiles().isEmpty()) {
            ArrayNode issues = kept.putObject(SECURITY)
                    .put("scansDone", json.path(SECURITY).path("scansDone").asBoolean(false))
                    .putArray(ISSUES);
            for (String level : List.of("suspicious", "unsafe")) {
                issues(level)
                        .forEach(file -> issues.addObject().put("path", file).put("level", level));
            }
        }
        try {
            return MAPPER.writeValueAsBytes(MAPPER.treeToValue(kept, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("JSON that was read can be written", e);
        }
    }
}
