package dev.alain.research;

import dev.alain.InvalidReferenceException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what people paste when they mean a model, and says what it is when they do not. */
final class ReferenceParser {
    private static final String REMEDY = "Give an id such as openai/gpt-oss-20b, or the URL of the model's page";
    private static final Map<String, String> OTHER_PAGES = Map.of(
            "datasets", "dataset",
            "spaces", "space",
            "collections", "collection",
            "papers", "paper",
            "kernels", "kernel",
            "buckets", "bucket",
            "models", "listing",
            "docs", "documentation page",
            "settings", "settings page");
    private static final Set<String> FILE_ROUTES = Set.of("tree", "blob", "raw", "resolve", "blame");

    /** Names from before owners were required; any other one-part URL may as well be a person's page. */
    private static final Set<String> LEGACY_FAMILIES = Set.of(
            "albert",
            "bert",
            "camembert",
            "ctrl",
            "distilbert",
            "distilgpt2",
            "distilroberta",
            "gpt2",
            "openai",
            "roberta",
            "t5",
            "transfo",
            "xlm",
            "xlnet");

    private final String given;
    private final String text;

    ReferenceParser(String given) {
        this.given = given;
        this.text = unwrapped(given);
    }

    ModelReference model() {
        if (text.isEmpty()) {
            throw reject("empty", "is empty");
        }
        if (text.indexOf('\n') >= 0) {
            throw reject("raw-text", "is text, not a reference");
        }
        if (text.startsWith("hf://")) {
            HubReference reference = HubReference.parse(text);
            requireModel(reference.kind());
            return new ModelReference(reference.id(), reference.revision(), reference.path(), "");
        }
        return looksLikeUrl() ? url() : id();
    }

    private static String unwrapped(String given) {
        String stripped = given.strip();
        boolean quoted = stripped.length() > 1
                && "\"'`".indexOf(stripped.charAt(0)) >= 0
                && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
        if (quoted) {
            stripped = stripped.substring(1, stripped.length() - 1).strip();
        }
        return stripped.startsWith("ollama run ")
                ? stripped.substring("ollama run ".length()).strip()
                : stripped;
    }

    private boolean looksLikeUrl() {
        if (text.contains("://")) {
            return true;
        }
        int slash = text.indexOf('/');
        String host = slash < 0 ? "" : text.substring(0, slash).toLowerCase(Locale.ROOT);
        return isHub(host) || host.equals("github.com") || host.endsWith(".com") || text.startsWith("git@");
    }

    private static boolean isHub(String host) {
        return HubReferenceParser.isHubHost(host) || host.equals("www.huggingface.co");
    }

    private ModelReference url() {
        String rest = withoutScheme();
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        if (host.indexOf('@') >= 0 && !text.startsWith("git@")) {
            boolean hub = isHub(host.substring(host.lastIndexOf('@') + 1));
            throw hub ? reject("userinfo", "holds a user name or password") : reject("host", "is not on the Hub");
        }
        if (isGitHub(host)) {
            throw reject("github-repository", "is a GitHub repository, not a model on the Hub");
        }
        if (!isHub(host)) {
            throw reject("host", "is not on huggingface.co");
        }
        String path = slash < 0 ? "" : rest.substring(slash + 1).split("[?#]", 2)[0];
        return hubPath(path);
    }

    private static boolean isGitHub(String host) {
        return host.equals("github.com")
                || host.equals("raw.githubusercontent.com")
                || host.startsWith("git@github.com")
                || host.equals("colab.research.google.com");
    }

    private String withoutScheme() {
        int at = text.indexOf("://");
        if (at < 0) {
            return text;
        }
        String scheme = text.substring(0, at).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw reject("scheme", "has a scheme that is none of https, http and hf");
        }
        return text.substring(at + 3);
    }

    private ModelReference hubPath(String path) {
        List<String> parts = path.isEmpty() ? List.of() : List.of(path.split("/", 0));
        if (parts.isEmpty()) {
            throw reject("listing", "names no model");
        }
        String first = parts.get(0);
        if (first.equals("api") && parts.size() >= 4 && parts.get(1).equals("models")) {
            return repository(parts.subList(2, parts.size()));
        }
        if (first.equals("models") && parts.size() >= 3) {
            return repository(parts.subList(1, parts.size()));
        }
        if (OTHER_PAGES.containsKey(first)) {
            requireModel(OTHER_PAGES.getOrDefault(first, "page"));
        }
        if (parts.size() == 1) {
            return legacyPage(first);
        }
        return repository(parts);
    }

    private ModelReference legacyPage(String name) {
        String family = name.split("[-_.]", 2)[0];
        if (name.indexOf(':') < 0 && LEGACY_FAMILIES.contains(family) && !name.equals("openai")) {
            return new ModelReference(checkedId(name), "", "", "");
        }
        throw reject("user-or-legacy", "is a person's page, or a model without its owner");
    }

    private ModelReference repository(List<String> parts) {
        ModelReference named = withSuffixes(parts.get(0) + "/" + parts.get(1));
        if (parts.size() < 4 || !FILE_ROUTES.contains(parts.get(2))) {
            return routeOnly(named, parts);
        }
        String file = String.join("/", parts);
        HubReference reference = HubReference.parse("https://huggingface.co/" + file);
        return new ModelReference(reference.id(), reference.revision(), reference.path(), named.quantization());
    }

    private static ModelReference routeOnly(ModelReference named, List<String> parts) {
        return parts.size() == 4 && FILE_ROUTES.contains(parts.get(2))
                ? new ModelReference(named.id(), parts.get(3), "", named.quantization())
                : named;
    }

    private ModelReference id() {
        String plain = text.startsWith("models/") && text.indexOf('/', 7) > 0 ? text.substring(7) : text;
        int slash = plain.indexOf('/');
        String first = slash < 0 ? plain : plain.substring(0, slash);
        if (slash > 0 && OTHER_PAGES.containsKey(first)) {
            requireModel(OTHER_PAGES.getOrDefault(first, "page"));
        }
        if (isPath(plain)) {
            throw reject("local-file", "is a path of a file");
        }
        if (plain.startsWith("github:")) {
            throw reject("github-repository", "is a GitHub repository, not a model on the Hub");
        }
        if (slash < 0 && plain.indexOf(':') > 0) {
            throw reject("ollama-library", "is a name of the Ollama library, not of the Hub");
        }
        return withSuffixes(plain);
    }

    private static boolean isPath(String plain) {
        return plain.startsWith("/") || plain.startsWith("./") || plain.startsWith("~") || plain.indexOf('\\') >= 0;
    }

    private ModelReference withSuffixes(String plain) {
        int at = plain.indexOf('@');
        if (at >= 0) {
            String revision = plain.substring(at + 1);
            if (revision.isEmpty() || revision.chars().anyMatch(c -> c <= ' ')) {
                throw reject("invalid", "has an empty or broken revision");
            }
            return new ModelReference(checkedId(plain.substring(0, at)), revision, "", "");
        }
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return new ModelReference(checkedId(plain), "", "", "");
        }
        String suffix = plain.substring(colon + 1);
        if (suffix.isEmpty() || suffix.indexOf('/') >= 0) {
            throw reject("invalid", "has an empty or broken quantisation label");
        }
        return new ModelReference(
                checkedId(plain.substring(0, colon)),
                "",
                "",
                Quantization.label(suffix).orElse(""));
    }

    private String checkedId(String id) {
        RepositoryId.problem(id).ifPresent(problem -> {
            throw reject("invalid", problem);
        });
        return id;
    }

    private void requireModel(String kind) {
        if (!kind.equals("model")) {
            String article = "aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ";
            throw reject(kind, "is " + article + kind + ", not a model");
        }
    }

    private InvalidReferenceException reject(String kind, String what) {
        return new InvalidReferenceException(given, kind, what, REMEDY);
    }
}
