package dev.alain.core.research;

import dev.alain.InvalidReferenceException;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.research.Fact;
import dev.alain.research.ModelReference;
import dev.alain.research.Snippet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which model a card is about, as its own code says, and whether it is about a model at all. */
final class CardIdentity {
    private static final List<String> LOADERS = List.of(
            "from_pretrained(",
            "pipeline(",
            "SentenceTransformer(",
            "model_id",
            "model_name",
            "model_path",
            "checkpoint",
            "hf_hub_download(",
            "snapshot_download(",
            "model=",
            "CrossEncoder(",
            "repo_id",
            "push_from_hub",
            "from_hf_hub(",
            "load_from_hub(",
            "SequenceTagger.load(",
            "hf-hub:",
            "WhisperModel(",
            "Llama.from_pretrained(",
            "MODEL_NAME",
            "ckpt",
            "from_pretrained_keras(",
            "AutoModel",
            "model ",
            "load(",
            "from_hparams(",
            "load_lora_weights(");
    private static final List<String> PLACEHOLDERS =
            List.of("your", "username", "path", "none", "my", "example", "organization", "repo", "user", "model");
    private static final List<String> DATASET_KEYS = List.of(
            "task_categories",
            "annotations_creators",
            "size_categories",
            "dataset_info",
            "source_datasets",
            "task_ids");

    private final Card card;
    private final List<String> baseModels;
    private final String title;

    CardIdentity(Card card, List<String> knownBaseModels) {
        this.card = card;
        this.baseModels = new ArrayList<>(knownBaseModels);
        baseModels.addAll(card.frontMatter().texts("base_model"));
        this.title = card.title().orElse("").toLowerCase(Locale.ROOT);
    }

    /** The id that the card's code loads most often, its bases and its data sets left out. */
    Optional<String> modelId() {
        String library = card.frontMatter().text("library_name").orElse("");
        boolean adapter = library.startsWith("adapter")
                || card.frontMatter().texts("tags").contains("adapter-transformers");
        if (adapter) {
            return Optional.empty();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (CodeBlock block : card.body().code()) {
            for (String line : block.code().split("\n", -1)) {
                if (LOADERS.stream().anyMatch(line::contains)) {
                    quoted(line).forEach(id -> counts.merge(id, titleBonus(id), Integer::sum));
                }
            }
        }
        card.frontMatter().texts("datasets").forEach(counts::remove);
        baseModels.forEach(counts::remove);
        return unambiguous(counts);
    }

    /** A card that loads several models about as often says nothing about which one it describes. */
    private static Optional<String> unambiguous(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        boolean clear = ranked.size() == 1
                || (ranked.size() > 1
                        && ranked.get(0).getValue() > 2 * ranked.get(1).getValue());
        return clear ? Optional.of(ranked.get(0).getKey()) : Optional.empty();
    }

    /** An id that the title repeats is the card's own; earlier ones win among equals. */
    private int titleBonus(String id) {
        String name = id.substring(id.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        return !title.isEmpty() && title.contains(name) ? 10 : 1;
    }

    private static List<String> quoted(String line) {
        List<String> ids = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end = c == '"' || c == '\'' ? line.indexOf(c, at + 1) : -1;
            if (end > 0) {
                modelIdOf(line.substring(at + 1, end)).ifPresent(ids::add);
                at = end;
            }
            at++;
        }
        return ids;
    }

    private static Optional<String> modelIdOf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean plausible = !text.isEmpty()
                && text.indexOf(' ') < 0
                && !isPlaceholder(lower)
                && !lower.matches(".*\\.(json|txt|png|jpg|jpeg|wav|mp3|flac|py|bin|pt|csv|onnx|md|zip|gz)$");
        if (!plausible || !text.startsWith(text.strip())) {
            return Optional.empty();
        }
        try {
            // A name without an owner counts only when it is one of the Hub's legacy names, as in its page URLs.
            boolean owned = text.indexOf('/') > 0;
            return Optional.of(ModelReference.parse(owned ? text : "https://huggingface.co/" + text)
                    .id());
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }

    /** Whole words only: there are models called gigapath. */
    private static boolean isPlaceholder(String id) {
        List<String> words = List.of(id.split("[-_./]+", -1));
        boolean first = PLACEHOLDERS.contains(words.get(0));
        boolean all = words.stream().allMatch(PLACEHOLDERS::contains);
        return id.indexOf('<') >= 0 || first || all || words.contains("none") || id.startsWith("path/");
    }

    /**
     * Ends research of what is no model.
     *
     * @throws ResearchException if the card is a data set's or a Space's, or says nothing
     */
    static void checkTeachable(Card card, FactCollector facts, List<Snippet> snippets) {
        FrontMatter front = card.frontMatter();
        boolean model = front.text("pipeline_tag").isPresent()
                || front.text("library_name").isPresent();
        if (!model && DATASET_KEYS.stream().anyMatch(front.values()::containsKey)) {
            throw new ResearchException(
                    Reason.NOT_A_MODEL, "this is the card of a data set, not of a model", "Give the card of a model");
        }
        if (!model && front.values().containsKey("sdk") && front.values().containsKey("app_file")) {
            throw new ResearchException(
                    Reason.NOT_A_MODEL, "this is the card of a Space, not of a model", "Give the card of a model");
        }
        boolean known = facts.value(Fact.TASK).isPresent()
                || facts.value(Fact.LIBRARY).isPresent()
                || facts.value(Fact.SUMMARY).isPresent()
                || facts.value(Fact.ARCHITECTURE).isPresent();
        if (!known && snippets.isEmpty()) {
            throw new ResearchException(
                    Reason.EMPTY,
                    "the model card says neither what the model does nor how to load it",
                    "Give a card with a description, a pipeline_tag or usage code");
        }
    }
}
