package dev.alain.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.alain.code.CodeAnalysis;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CellIds;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.FormatProblem;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A notebook as rules see it. Immutable and thread-safe.
 *
 * <p>Its cells are there even when the document breaks the format: they are those of {@link NotebookFormat#mend}, and
 * cells without an id have one made of their content, so that findings and fixes can name them.
 */
public final class NotebookView {
    private final NotebookDocument document;
    private final JsonNode json;
    private final List<FormatProblem> problems;
    private final @Nullable Notebook notebook;
    private final JsonNode metadata;
    private final @Nullable CodeAnalysis analysis;
    private final Set<String> profiles;
    private final Map<String, String> settings;
    private final List<Heading> headings;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private NotebookView(
            NotebookView other, @Nullable CodeAnalysis analysis, Set<String> profiles, Map<String, String> settings) {
        this.document = other.document;
        this.json = other.json;
        this.problems = other.problems;
        this.notebook = other.notebook;
        this.metadata = other.metadata;
        this.headings = other.headings;
        this.analysis = analysis;
        this.profiles = Set.copyOf(profiles);
        this.settings = Map.copyOf(settings);
    }

    private NotebookView(NotebookDocument document) {
        this.document = document;
        this.json = document.json().orElse(MissingNode.getInstance());
        this.problems = document.problems();
        this.notebook = NotebookFormat.mend(document, CellIds.fromContent()).orElse(null);
        this.metadata = notebook == null ? MissingNode.getInstance() : notebook.metadata();
        this.headings = notebook == null ? List.of() : Headings.of(notebook);
        this.analysis = null;
        this.profiles = Profiles.resolve(Set.of());
        this.settings = Map.of();
    }

    /** A view of a document, without code analysis, with default profiles and settings. */
    public static NotebookView of(NotebookDocument document) {
        return new NotebookView(Objects.requireNonNull(document, "document"));
    }

    /** The same view with what is known of the code. */
    public NotebookView withAnalysis(CodeAnalysis known) {
        return new NotebookView(this, known, profiles, settings);
    }

    /** The same view with settings of rules, by {@code RULE.setting}. */
    public NotebookView withSettings(Map<String, String> values) {
        return new NotebookView(this, analysis, profiles, values);
    }

    /** The same view for these profiles and groups. */
    public NotebookView withProfiles(Set<String> names) {
        return new NotebookView(this, analysis, Profiles.resolve(names), settings);
    }

    /** The file as it stands. */
    public NotebookDocument document() {
        return document;
    }

    /** The file's JSON, shared by all rules and not to be changed; missing when it is no JSON object. */
    public JsonNode json() {
        return json;
    }

    /** Every violation of the format that the document declares. */
    public List<FormatProblem> problems() {
        return problems;
    }

    /** The notebook as values, mended where it breaks the format; empty when it has no cells at all. */
    public Optional<Notebook> notebook() {
        return Optional.ofNullable(notebook);
    }

    /** The cells in order. */
    public List<Cell> cells() {
        return notebook == null ? List.of() : notebook.cells();
    }

    /** The cell with an id. */
    public Optional<Cell> cell(String id) {
        return Optional.ofNullable(
                derived(CellIndex.class, CellIndex::of).byId().get(id));
    }

    /** The code cells in order. */
    public List<CodeCell> code() {
        return notebook == null ? List.of() : notebook.code().toList();
    }

    /** The markdown cells in order. */
    public List<MarkdownCell> markdown() {
        return notebook == null ? List.of() : notebook.markdown().toList();
    }

    /** The headings of markdown cells outside code fences, in order. */
    public List<Heading> headings() {
        return headings;
    }

    /** Open metadata of the notebook, shared by all rules and not to be changed; missing when there are no cells. */
    public JsonNode metadata() {
        return metadata;
    }

    /** Whether the notebook was made by ALAIN: its metadata says more under {@code alain} than waivers. */
    public boolean isOurs() {
        JsonNode ours = json.path("metadata").path("alain");
        return ours.isObject() && ours.size() > (ours.has("waivers") ? 1 : 0);
    }

    /** What is known of the code; empty when no analyser is there. */
    public Optional<CodeAnalysis> analysis() {
        return Optional.ofNullable(analysis);
    }

    /** Whether a profile or style was asked for, groups resolved: {@code colab}, {@code tutorial}, …. */
    public boolean hasProfile(String name) {
        return profiles.contains(name);
    }

    /** A setting of a rule, by {@code RULE.setting}. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /**
     * A number that a rule can be configured with.
     *
     * @throws IllegalArgumentException if the setting is no number
     */
    public double threshold(String name, double otherwise) {
        String value = settings.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("setting " + name + " must be a number, found \"" + value + "\"", e);
        }
    }

    private record CellIndex(Map<String, Cell> byId) {
        static CellIndex of(NotebookView view) {
            Map<String, Cell> byId = new java.util.HashMap<>();
            view.cells().forEach(cell -> byId.putIfAbsent(cell.id(), cell));
            return new CellIndex(byId);
        }
    }

    /** What several rules need of this notebook, computed once for each type: {@code view.derived(Links.class, Links::of)}. */
    public <T> T derived(Class<T> type, Function<NotebookView, T> how) {
        Object known = derived.get(type);
        if (known == null) {
            known = how.apply(this);
            derived.putIfAbsent(type, known);
        }
        return type.cast(known);
    }
}
