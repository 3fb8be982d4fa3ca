package dev.alain.research;

import dev.alain.InvalidReferenceException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The grammar of {@code hf://} URIs and Hub URLs, as the Hub's own clients read it. */
final class HubReferenceParser {
    private static final Map<String, String> KIND_OF_PREFIX = Map.of(
            "models", "model", "datasets", "dataset", "spaces", "space", "kernels", "kernel", "buckets", "bucket");
    private static final Set<String> SINGULAR = Set.of("model", "dataset", "space", "kernel", "bucket");
    private static final Set<String> HOSTS = Set.of("huggingface.co", "hf.co", "hub-ci.huggingface.co");
    private static final Set<String> FILE_ROUTES = Set.of("tree", "blob", "raw", "resolve", "blame");

    private final String text;

    HubReferenceParser(String text) {
        this.text = text;
    }

    HubReference parse() {
        return text.startsWith("hf://") ? uri(text.substring("hf://".length())) : url();
    }

    static boolean isHubHost(String host) {
        return HOSTS.contains(host);
    }

    /** Whether a revision may hold a slash without being escaped. */
    static boolean isSpecialRevision(String revision) {
        List<String> parts = Arrays.asList(revision.split("/", -1));
        return parts.size() == 3 && isSpecial(parts, 0);
    }

    private static boolean isSpecial(List<String> parts, int from) {
        if (parts.size() < from + 3 || !parts.get(from).equals("refs")) {
            return false;
        }
        String last = parts.get(from + 2);
        boolean pull = parts.get(from + 1).equals("pr") && isDigits(last);
        boolean converted = parts.get(from + 1).equals("convert") && !last.isEmpty();
        return pull || converted;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private HubReference uri(String body) {
        if (body.isEmpty()) {
            throw invalid("names nothing");
        }
        List<String> parts = Arrays.asList(body.split("/", -1));
        String first = parts.get(0);
        if (SINGULAR.contains(first)) {
            throw invalid("must say " + first + "s, in the plural");
        }
        boolean prefixed = KIND_OF_PREFIX.containsKey(first);
        String kind = prefixed ? KIND_OF_PREFIX.getOrDefault(first, "model") : "model";
        List<String> rest = trimmed(prefixed ? parts.subList(1, parts.size()) : parts);
        if (rest.isEmpty()) {
            throw invalid("lacks the repository's id");
        }
        if (rest.contains("")) {
            throw invalid("has an empty part between two slashes");
        }
        return kind.equals("bucket") ? bucket(rest) : repository(kind, rest);
    }

    private static List<String> trimmed(List<String> parts) {
        int end = parts.size();
        return end > 0 && parts.get(end - 1).isEmpty() ? parts.subList(0, end - 1) : parts;
    }

    private HubReference bucket(List<String> parts) {
        if (parts.size() < 2) {
            throw invalid("must name a bucket as owner/name");
        }
        String id = parts.get(0) + "/" + parts.get(1);
        if (id.indexOf('@') >= 0) {
            throw invalid("has a revision, which buckets do not support");
        }
        return new HubReference("bucket", checked(id), "", String.join("/", parts.subList(2, parts.size())));
    }

    private HubReference repository(String kind, List<String> parts) {
        if (parts.get(0).startsWith("@")) {
            throw invalid("lacks the repository's id");
        }
        if (parts.size() < 2 || parts.get(0).indexOf('@') >= 0) {
            throw invalid("must name a repository as owner/name");
        }
        String name = parts.get(1);
        int at = name.indexOf('@');
        if (at < 0) {
            return repository(kind, parts.get(0) + "/" + name, "", parts, 2);
        }
        String id = parts.get(0) + "/" + name.substring(0, at);
        String revision = name.substring(at + 1);
        if (revision.isEmpty()) {
            throw invalid("has an empty revision");
        }
        if (revision.equals("refs") && parts.size() >= 4) {
            String special = "refs/" + parts.get(2) + "/" + parts.get(3);
            if (isSpecialRevision(special)) {
                return repository(kind, id, special, parts, 4);
            }
        }
        return repository(kind, id, decoded(revision), parts, 2);
    }

    private HubReference repository(String kind, String id, String revision, List<String> parts, int pathFrom) {
        return new HubReference(kind, checked(id), revision, String.join("/", parts.subList(pathFrom, parts.size())));
    }

    private HubReference url() {
        String path = hubPath(text).orElseThrow(() -> invalid("is neither an hf:// URI nor a Hub URL"));
        List<String> parts = trimmed(Arrays.asList(path.split("/", -1)));
        if (parts.isEmpty() || parts.get(0).isEmpty()) {
            throw invalid("lacks the repository's id");
        }
        boolean prefixed = KIND_OF_PREFIX.containsKey(parts.get(0));
        String kind = prefixed ? KIND_OF_PREFIX.getOrDefault(parts.get(0), "model") : "model";
        List<String> rest = prefixed ? parts.subList(1, parts.size()) : parts;
        if (!prefixed && (parts.get(0).equals("collections") || parts.get(0).equals("papers"))) {
            throw invalid("is a page that is no repository");
        }
        if (rest.size() < 2) {
            throw invalid("must name a repository as owner/name");
        }
        String id = checked(rest.get(0) + "/" + rest.get(1));
        return rest.size() == 2 ? new HubReference(kind, id, "", "") : route(kind, id, rest.subList(2, rest.size()));
    }

    private HubReference route(String kind, String id, List<String> route) {
        String verb = route.get(0);
        if (kind.equals("bucket") && (verb.equals("resolve") || verb.equals("tree"))) {
            return new HubReference(kind, id, "", path(route, 1));
        }
        if (kind.equals("bucket") || !FILE_ROUTES.contains(verb) || route.size() < 2) {
            throw invalid("is a page of the repository that names no file");
        }
        if (isSpecial(route, 1)) {
            return new HubReference(kind, id, String.join("/", route.subList(1, 4)), path(route, 4));
        }
        return new HubReference(kind, id, decoded(route.get(1)), path(route, 2));
    }

    private String path(List<String> route, int from) {
        return decoded(String.join("/", route.subList(from, route.size())));
    }

    /** The path of a Hub URL without query and fragment; empty when the text is no such URL. */
    static Optional<String> hubPath(String text) {
        String rest = text;
        for (String scheme : List.of("https://", "http://")) {
            if (rest.regionMatches(true, 0, scheme, 0, scheme.length())) {
                rest = rest.substring(scheme.length());
                break;
            }
        }
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(java.util.Locale.ROOT);
        if (!isHubHost(host)) {
            return Optional.empty();
        }
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        return Optional.of(path.split("[?#]", 2)[0]);
    }

    private String checked(String id) {
        RepositoryId.problem(id).ifPresent(problem -> {
            throw invalid(problem);
        });
        return id;
    }

    private String decoded(String escaped) {
        try {
            return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("has a broken % escape");
        }
    }

    private InvalidReferenceException invalid(String what) {
        return new InvalidReferenceException(
                text, "invalid", what, "Give an id such as openai/gpt-oss-20b, or the URL of the model's page");
    }
}
