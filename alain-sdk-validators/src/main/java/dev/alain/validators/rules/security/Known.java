package dev.alain.validators.rules.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lists of names that tell dangerous code from other code. */
final class Known {
    private static final JsonNode LISTS = read();

    static final List<String> ALLOWED_FOLDERS = list("allowedFolders");
    static final List<String> PACKAGE_FOLDERS = list("packageFolders");
    static final List<String> VALUABLES = list("valuables");
    static final List<String> CAPTURE_HOSTS = list("captureHosts");
    static final List<String> INDEX_HOSTS = list("indexHosts");
    static final List<String> METADATA_ADDRESSES = list("metadataAddresses");
    static final List<String> LOCAL_HOSTS = list("localHosts");
    static final Set<String> SHELL_FUNCTIONS = set("shellFunctions");
    static final Set<String> PROCESS_FUNCTIONS = set("processFunctions");
    static final Set<String> UNSAFE_LOADS = set("unsafeLoads");
    static final Set<String> NETWORK_ROOTS = set("networkRoots");
    static final Set<String> NETWORK_METHODS = set("networkMethods");
    static final Set<String> PINNABLE = set("pinnable");
    static final Map<String, List<String>> SECRET_VARIABLES = hosts();

    private Known() {}

    private static List<String> list(String name) {
        return texts(LISTS.path(name));
    }

    private static Set<String> set(String name) {
        return Set.copyOf(list(name));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static Map<String, List<String>> hosts() {
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        LISTS.path("secretVariables").properties().forEach(e -> hosts.put(e.getKey(), texts(e.getValue())));
        return Map.copyOf(hosts);
    }

    private static JsonNode read() {
        try (InputStream in = Known.class.getResourceAsStream("danger.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, "danger.json is missing from the jar"));
        } catch (IOException e) {
            throw new UncheckedIOException("danger.json", e);
        }
    }
}
