package dev.alain.research;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything known of the subject, each fact with its source.
 *
 * @param modelId the Hub id; empty when the sources name none
 * @param name what people call it; never empty
 * @param sources the texts that were read
 * @param facts in order of discovery; one name may have several
 * @param snippets best example first
 * @param warnings what was odd in the sources, for people
 * @param missing what could not be got in time, or not at all, such as {@code README.md}; empty when nothing is missing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Dossier(
        @JsonProperty("model_id") String modelId,
        @JsonProperty("name") String name,
        @JsonProperty("sources") List<SourceRef> sources,
        @JsonProperty("facts") List<Fact> facts,
        @JsonProperty("snippets") List<Snippet> snippets,
        @JsonProperty("warnings") List<String> warnings,
        @JsonProperty("missing") List<String> missing) {
    /** Copies lists. */
    public Dossier {
        Objects.requireNonNull(modelId, "modelId");
        Objects.requireNonNull(name, "name");
        sources = List.copyOf(sources);
        facts = List.copyOf(facts);
        snippets = List.copyOf(snippets);
        warnings = List.copyOf(warnings);
        missing = missing == null ? List.of() : List.copyOf(missing);
    }

    /** A dossier from which nothing is missing. */
    public Dossier(
            String modelId,
            String name,
            List<SourceRef> sources,
            List<Fact> facts,
            List<Snippet> snippets,
            List<String> warnings) {
        this(modelId, name, sources, facts, snippets, warnings, List.of());
    }

    /** The same, but something could not be got. */
    public Dossier withMissing(List<String> names) {
        return new Dossier(modelId, name, sources, facts, snippets, warnings, names);
    }

    /** The first fact of a name. */
    public Optional<Fact> fact(String factName) {
        return facts.stream().filter(fact -> fact.name().equals(factName)).findFirst();
    }

    /** The value of the first fact of a name. */
    public Optional<String> value(String factName) {
        return fact(factName).map(Fact::value);
    }

    /** Whether the first fact of a name says {@code yes}. */
    public boolean is(String factName) {
        return value(factName).filter("yes"::equals).isPresent();
    }

    /** The first fact of a name as a whole number; empty when there is none or it is no number. */
    public OptionalLong number(String factName) {
        try {
            return value(factName).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The values of all facts of a name. */
    public List<String> values(String factName) {
        return facts.stream()
                .filter(fact -> fact.name().equals(factName))
                .map(Fact::value)
                .toList();
    }

    /** The snippets of a use, best first. */
    public List<Snippet> snippets(SnippetUse use) {
        return snippets.stream().filter(snippet -> snippet.use() == use).toList();
    }
}
