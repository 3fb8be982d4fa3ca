package dev.alain.validation;

import dev.alain.code.CodeAnalyzer;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;

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

    /** A builder that knows the catalogues found by {@link ServiceLoader}. */
    static Builder builder() {
        return new Builder();
    }

    /** Sets up a validator; not thread-safe. */
    final class Builder {
        private final List<RuleCatalog> catalogs = new ArrayList<>();

        private Builder() {
            catalogs.addAll(found(RuleCatalog.class));
        }

        /** Adds the rules of a catalogue, unless one of its class is known already. */
        public Builder rules(RuleCatalog catalog) {
            catalogs.add(Objects.requireNonNull(catalog, "catalog"));
            return this;
        }

        /** The validator. */
        public NotebookValidator build() {
            Map<String, NotebookRule> rules = new LinkedHashMap<>();
            for (RuleCatalog catalog : catalogs) {
                catalog.rules().forEach(rule -> rules.putIfAbsent(rule.info().id(), rule));
            }
            Optional<CodeAnalyzer> analyzer = found(CodeAnalyzer.class).stream().findFirst();
            return new RuleRunner(List.copyOf(rules.values()), analyzer);
        }

        /** Providers in the order of their class names, so that the class path's order decides nothing. */
        private static <T> List<T> found(Class<T> service) {
            return ServiceLoader.load(service, NotebookValidator.class.getClassLoader()).stream()
                    .sorted(Comparator.comparing(provider -> provider.type().getName()))
                    .map(ServiceLoader.Provider::get)
                    .toList();
        }
    }
}
