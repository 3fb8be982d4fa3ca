package dev.alain.validation;

import dev.alain.code.CodeAnalyzer;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks notebooks against a catalogue of rules. Thread-safe; never runs their code.
 *
 * <pre>{@code
 * ValidationReport report = NotebookValidator.builder().build().validate(NotebookDocument.read(file));
 * report.requirePassed();
 * }</pre>
 */
@FunctionalInterface
public interface NotebookValidator {
    /** What the rules find; never throws for what the document holds. */
    ValidationReport validate(NotebookDocument document);

    /** What the rules find in a notebook that is not in a file. */
    default ValidationReport validate(Notebook notebook) {
        return validate(NotebookDocument.read(NotebookFormat.write(notebook)));
    }

    /** What the verdict depends on beside the document: a hash of rules and options; part of the keys of a run. */
    default String id() {
        return getClass().getName();
    }

    /** A builder that knows the catalogues found by {@link ServiceLoader}. */
    static Builder builder() {
        return new Builder(NotebookValidator.class.getClassLoader());
    }

    /** A builder that knows the catalogues that a class loader sees, such as one over a folder of plug-ins. */
    static Builder builder(ClassLoader plugins) {
        return new Builder(Objects.requireNonNull(plugins, "plugins"));
    }

    /** Sets up a validator; not thread-safe. */
    final class Builder {
        private final List<RuleCatalog> catalogs = new ArrayList<>();
        private final ClassLoader loader;
        private ValidationOptions options = ValidationOptions.DEFAULTS;
        private @Nullable CodeAnalyzer analyzer;

        private Builder(ClassLoader loader) {
            this.loader = loader;
            catalogs.addAll(found(RuleCatalog.class));
        }

        /** Adds the rules of a catalogue; of two rules with one id the one of higher priority, then the earlier, runs. */
        public Builder rules(RuleCatalog catalog) {
            catalogs.add(Objects.requireNonNull(catalog, "catalog"));
            return this;
        }

        /** Runs these profiles and groups only, such as {@code quality} and {@code colab}. */
        public Builder profiles(String... names) {
            options = options.withProfiles(List.of(names));
            return this;
        }

        /** Sets severities, thresholds, profiles and waivers; profiles chosen before are replaced. */
        public Builder options(ValidationOptions value) {
            this.options = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Reads code with this analyser instead of the one found by {@link ServiceLoader}. */
        public Builder analyzer(CodeAnalyzer value) {
            this.analyzer = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Every rule that is known, sorted by family and number; which of them run depends on the profiles. */
        public List<RuleInfo> catalogue() {
            return rules().stream()
                    .map(NotebookRule::info)
                    .sorted(Comparator.comparing(RuleInfo::id))
                    .toList();
        }

        /** The validator. */
        public NotebookValidator build() {
            Optional<CodeAnalyzer> reader =
                    analyzer == null ? found(CodeAnalyzer.class).stream().findFirst() : Optional.of(analyzer);
            return new RuleRunner(rules(), reader, options);
        }

        private List<NotebookRule> rules() {
            Map<String, NotebookRule> byId = new TreeMap<>();
            List<String> order = new ArrayList<>();
            List<RuleCatalog> ranked = new ArrayList<>(catalogs);
            ranked.sort(Comparator.comparingInt(RuleCatalog::priority).reversed());
            for (RuleCatalog catalog : ranked) {
                for (NotebookRule rule : catalog.rules()) {
                    if (byId.putIfAbsent(rule.info().id(), rule) == null) {
                        order.add(rule.info().id());
                    }
                }
            }
            return order.stream().map(byId::get).map(Objects::requireNonNull).toList();
        }

        /** Providers in the order of their class names, so that the class path's order decides nothing. */
        private <T> List<T> found(Class<T> service) {
            return ServiceLoader.load(service, loader).stream()
                    .sorted(Comparator.comparing(provider -> provider.type().getName()))
                    .map(ServiceLoader.Provider::get)
                    .toList();
        }
    }
}
