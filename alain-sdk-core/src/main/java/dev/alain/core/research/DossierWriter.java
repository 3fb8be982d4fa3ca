package dev.alain.core.research;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.InvalidReferenceException;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.guard.DangerousCode;
import dev.alain.core.guard.HiddenOrders;
import dev.alain.research.Dossier;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.ModelReference;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import dev.alain.research.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a dossier from the files of a model: first what machines wrote, then what people wrote. */
final class DossierWriter {
    private final ModelFiles files;
    private final FactCollector facts = new FactCollector();
    private final List<SourceRef> sources = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private DossierWriter(ModelFiles files) {
        this.files = files;
    }

    static Dossier write(ModelFiles files) {
        return new DossierWriter(files).write();
    }

    private Dossier write() {
        JsonNode hub = usableHub();
        if (!hub.isMissingNode()) {
            readHub(hub);
        }
        readConfig();
        String knownId = files.modelId().isEmpty()
                ? hub.path("id").asText(hub.path("modelId").asText(""))
                : files.modelId();
        if (!files.revision().isEmpty()) {
            facts.addOnce(Fact.REVISION, files.revision(), Evidence.at("cache", "refs"));
        }
        List<Snippet> snippets = List.of();
        String id = knownId;
        Optional<Card> card = readCard();
        if (card.isPresent()) {
            CardIdentity identity = new CardIdentity(card.get(), facts.values(Fact.BASE_MODEL));
            id = knownId.isEmpty() ? identity.modelId().orElse("") : knownId;
            CardFacts reader = new CardFacts(card.get(), facts, warnings);
            reader.read();
            id = facts.values(Fact.BASE_MODEL).contains(id) && knownId.isEmpty() ? "" : id;
            snippets =
                    new SnippetExtractor("card", id).extract(card.get().body().code());
            reader.requirements(snippets);
            reader.chatTemplate(snippets);
            CardIdentity.checkTeachable(card.get(), facts, snippets);
            snippets = harmless(snippets);
        }
        DerivedFacts.derive(facts, id, snippets, files.names());
        String name = id.isEmpty() ? card.flatMap(Card::title).orElse("this model") : id.substring(id.indexOf('/') + 1);
        return new Dossier(id, name, sources, withoutOrders(facts.facts()), snippets, List.copyOf(warnings));
    }

    /** What speaks to a model is no fact about it. */
    private static List<Fact> withoutOrders(List<Fact> facts) {
        List<Fact> kept = new ArrayList<>();
        for (Fact fact : facts) {
            boolean orders = !HiddenOrders.in(fact.value()).isEmpty();
            String value = orders
                    ? fact.value()
                            .lines()
                            .filter(line -> HiddenOrders.in(line).isEmpty())
                            .collect(Collectors.joining("\n"))
                            .strip()
                    : fact.value();
            if (!value.isEmpty()) {
                kept.add(orders ? new Fact(fact.id(), fact.name(), value, fact.evidence()) : fact);
            }
        }
        return kept;
    }

    /** An example that runs commands or reaches for secrets is nobody's quick start, and is not shown. */
    private List<Snippet> harmless(List<Snippet> snippets) {
        List<Snippet> kept = snippets.stream()
                .filter(snippet -> snippet.use() != SnippetUse.USAGE
                        || DangerousCode.hostile(snippet.code()).isEmpty())
                .toList();
        if (kept.size() < snippets.size()) {
            warnings.add("an example of the card runs commands or reaches for secrets, and was left out");
        }
        return kept;
    }

    private JsonNode usableHub() {
        JsonNode hub = files.file(ModelFiles.HUB).map(Resources::parse).orElse(Resources.parse(new byte[0]));
        String id = hub.path("id").asText(hub.path("modelId").asText(""));
        boolean other = !files.modelId().isEmpty() && !id.isEmpty() && !id.equalsIgnoreCase(files.modelId());
        if (other) {
            warnings.add(ModelFiles.HUB + " is about " + id + ", not " + files.modelId() + ", and was not read");
        }
        boolean broken = !id.isEmpty() && !isId(id);
        if (broken) {
            warnings.add(ModelFiles.HUB + " names no usable model id and was not read");
        }
        return id.isEmpty() || other || broken ? Resources.parse(new byte[0]) : hub;
    }

    private static boolean isId(String id) {
        try {
            return ModelReference.parse(id).id().equals(id);
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    private void readHub(JsonNode hub) {
        if (hub.path("disabled").asBoolean(false)) {
            throw new ResearchException(Reason.REFUSED, "the Hub has disabled this model", "Choose another model");
        }
        String id = hub.path("id").asText(hub.path("modelId").asText(""));
        sources.add(files.ref(
                "hub",
                ModelFiles.HUB,
                "https://huggingface.co/" + id,
                hub.path("sha").asText("")));
        new HubFacts(hub, facts).read();
    }

    private void readConfig() {
        JsonNode config = files.file(ModelFiles.CONFIG).map(Resources::parse).orElse(Resources.parse(new byte[0]));
        if (ConfigFacts.isModelConfig(config)) {
            sources.add(files.ref(
                    "config", ModelFiles.CONFIG, "", facts.value(Fact.REVISION).orElse("")));
            new ConfigFacts(config, facts).read();
        }
        JsonNode tokenizer =
                files.file(ModelFiles.TOKENIZER).map(Resources::parse).orElse(Resources.parse(new byte[0]));
        boolean template = tokenizer.has("chat_template")
                || files.file(ModelFiles.TEMPLATE).isPresent();
        if (template) {
            String name = tokenizer.has("chat_template") ? ModelFiles.TOKENIZER : ModelFiles.TEMPLATE;
            sources.add(
                    files.ref("tokenizer", name, "", facts.value(Fact.REVISION).orElse("")));
            facts.addOnce(Fact.CHAT_TEMPLATE, "yes", Evidence.at("tokenizer", "/chat_template"));
        }
    }

    private Optional<Card> readCard() {
        if (files.file(ModelFiles.CARD).isEmpty()) {
            warnings.add("no model card was read, so nothing is known in its maker's words");
            return Optional.empty();
        }
        byte[] bytes = files.file(ModelFiles.CARD).orElseThrow();
        SourceRef ref = files.ref(
                "card", ModelFiles.CARD, "", facts.value(Fact.REVISION).orElse(""));
        SourceText text = SourceText.decode(ref, bytes);
        if (!text.exact()) {
            warnings.add("the card is not valid UTF-8; broken characters were left out");
        }
        sources.add(ref);
        if (!HiddenOrders.in(text.text()).isEmpty()) {
            warnings.add(HiddenOrders.WARNING);
        }
        Card card = Card.read(text.text());
        warnings.addAll(card.frontMatter().warnings());
        return Optional.of(card);
    }
}
