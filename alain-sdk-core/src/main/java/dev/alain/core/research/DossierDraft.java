package dev.alain.core.research;

import dev.alain.research.Dossier;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dossier in the making, for research of other things than models.
 *
 * <p>Reads a README as if it were a model card; everything else is told to it. Not thread-safe.
 */
public final class DossierDraft {
    /** The id of the source that a README is. */
    public static final String CARD = "card";

    private final FactCollector facts = new FactCollector();
    private final Map<String, SourceRef> sources = new LinkedHashMap<>();
    private final List<Snippet> snippets = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private String modelId = "";

    /** Names a text that facts come from; the same id counts once. */
    public void source(SourceRef ref) {
        sources.putIfAbsent(ref.id(), ref);
    }

    /** Adds a fact, unless the same value is known under that name. */
    public void add(String name, String value, Evidence evidence) {
        facts.add(name, PlainText.visible(value), evidence);
    }

    /** Adds a fact, unless its name has one already. */
    public void addOnce(String name, String value, Evidence evidence) {
        facts.addOnce(name, PlainText.visible(value), evidence);
    }

    /** The first value of a name. */
    public Optional<String> value(String name) {
        return facts.value(name);
    }

    /** Says what was odd. */
    public void warn(String warning) {
        warnings.add(PlainText.visible(warning));
    }

    /** Says what could not be got. */
    public void lacks(String name) {
        missing.add(PlainText.visible(name));
    }

    /**
     * Reads a README: its prose, its code, the packages that it says to install.
     *
     * @param ref a source with the id {@link #CARD}
     * @param text Markdown; a blank one is a warning
     */
    public void readme(SourceRef ref, String text) {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            warn(ref.name() + " is empty or no text");
            return;
        }
        source(ref);
        Card card = Card.read(text);
        warnings.addAll(card.frontMatter().warnings());
        List<String> oddities = new ArrayList<>();
        CardFacts reader = new CardFacts(card, facts, oddities);
        reader.read();
        modelId =
                new CardIdentity(card, facts.values(Fact.BASE_MODEL)).modelId().orElse("");
        List<Snippet> found =
                new SnippetExtractor(CARD, modelId).extract(card.body().code());
        snippets.addAll(found);
        reader.requirements(found);
        reader.chatTemplate(found);
        oddities.forEach(this::warn);
    }

    /** Adds a whole Python file as an example; those of the README stay before it. */
    public void example(SourceRef ref, String code) {
        CodeBlock block =
                new CodeBlock("python", code, ref.name(), 1, (int) code.lines().count());
        for (Snippet snippet : new SnippetExtractor(ref.id(), modelId).extract(List.of(block))) {
            source(ref);
            snippets.add(new Snippet(
                    "s" + (snippets.size() + 1),
                    snippet.language(),
                    snippet.use(),
                    snippet.score(),
                    snippet.heading(),
                    snippet.code(),
                    snippet.evidence()));
        }
    }

    /** The code of the snippets found so far, with its place. */
    public List<Snippet> snippets() {
        return List.copyOf(snippets);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Derives what follows from the facts, and ends. */
    public Dossier finish(String name) {
        DerivedFacts.derive(facts, modelId, snippets, List.of());
        return new Dossier(
                modelId,
                name,
                List.copyOf(sources.values()),
                facts.facts(),
                snippets,
                List.copyOf(warnings),
                List.copyOf(missing));
    }
}
