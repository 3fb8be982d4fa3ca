package dev.alain.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.code.CodeAnalysis;
import dev.alain.notebook.Cell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A notebook as rules see it. Immutable. */
public final class NotebookView {
    private final NotebookDocument document;
    private final @Nullable Notebook notebook;
    private final @Nullable CodeAnalysis analysis;
    private final Map<String, String> settings;
    private final List<Heading> headings;

    private NotebookView(
            NotebookDocument document,
            @Nullable Notebook notebook,
            @Nullable CodeAnalysis analysis,
            Map<String, String> settings) {
        this.document = document;
        this.notebook = notebook;
        this.analysis = analysis;
        this.settings = Map.copyOf(settings);
        this.headings = notebook == null ? List.of() : Headings.of(notebook);
    }

    /** A view of a document, without code analysis and with default settings. */
    public static NotebookView of(NotebookDocument document) {
        Objects.requireNonNull(document, "document");
        return new NotebookView(document, document.notebook().orElse(null), null, Map.of());
    }

    /** The same view with what is known of the code. */
    public NotebookView withAnalysis(CodeAnalysis known) {
        return new NotebookView(document, notebook, known, settings);
    }

    /** The same view with settings of rules, by {@code RULE.setting}. */
    public NotebookView withSettings(Map<String, String> values) {
        return new NotebookView(document, notebook, analysis, values);
    }

    /** The file as it stands. */
    public NotebookDocument document() {
        return document;
    }

    /** The notebook as values; empty when the document is not valid. */
    public Optional<Notebook> notebook() {
        return Optional.ofNullable(notebook);
    }

    /** The cells; none when the document is not valid. */
    public List<Cell> cells() {
        return notebook == null ? List.of() : notebook.cells();
    }

    /** The headings of markdown cells outside code fences, in order. */
    public List<Heading> headings() {
        return headings;
    }

    /** Open metadata of the notebook; missing when the document is not valid. */
    public JsonNode metadata() {
        return notebook == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : notebook.metadata();
    }

    /** What is known of the code; empty when no analyser is there. */
    public Optional<CodeAnalysis> analysis() {
        return Optional.ofNullable(analysis);
    }

    /** A setting of a rule, by {@code RULE.setting}. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
