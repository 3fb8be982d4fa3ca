package dev.alain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.notebook.Notebook;
import dev.alain.research.Dossier;
import dev.alain.validation.ValidationReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finished notebook with the evidence that it is good. Immutable. */
public final class NotebookArtifact {
    private final String runId;
    private final Recipe recipe;
    private final Dossier dossier;
    private final Outline outline;
    private final List<Section> sections;
    private final Notebook notebook;
    private final ValidationReport report;
    private final ObjectNode metrics;
    private final @Nullable Path folder;

    private NotebookArtifact(Builder builder) {
        this.runId = builder.runId;
        this.recipe = builder.recipe;
        this.dossier = Objects.requireNonNull(builder.dossier, "dossier");
        this.outline = Objects.requireNonNull(builder.outline, "outline");
        this.sections = List.copyOf(builder.sections);
        this.notebook = Objects.requireNonNull(builder.notebook, "notebook");
        this.report = Objects.requireNonNull(builder.report, "report");
        this.metrics = Objects.requireNonNull(builder.metrics, "metrics").deepCopy();
        this.folder = builder.folder;
    }

    /** Starts an artifact of a run; for implementations of {@link CookbookGenerator}. */
    public static Builder of(String runId, Recipe recipe) {
        return new Builder(runId, recipe);
    }

    /** The run that made it. */
    public String runId() {
        return runId;
    }

    /** What was asked for. */
    public Recipe recipe() {
        return recipe;
    }

    /** What was known of the subject. */
    public Dossier dossier() {
        return dossier;
    }

    /** The plan of the notebook. */
    public Outline outline() {
        return outline;
    }

    /** The written steps, in order. */
    public List<Section> sections() {
        return sections;
    }

    /** The notebook. */
    public Notebook notebook() {
        return notebook;
    }

    /** What its rules found. */
    public ValidationReport report() {
        return report;
    }

    /** Counts and timings, as a copy. */
    public JsonNode metrics() {
        return metrics.deepCopy();
    }

    /** The folder with the files of the run; empty when nothing is kept on disk. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    @Override
    public String toString() {
        return "NotebookArtifact[run=" + runId + ", " + notebook + ", " + report.summary() + "]";
    }

    /** Collects the parts of an artifact; not thread-safe. */
    public static final class Builder {
        private final String runId;
        private final Recipe recipe;
        private @Nullable Dossier dossier;
        private @Nullable Outline outline;
        private List<Section> sections = List.of();
        private @Nullable Notebook notebook;
        private @Nullable ValidationReport report;
        private @Nullable ObjectNode metrics;
        private @Nullable Path folder;

        private Builder(String runId, Recipe recipe) {
            this.runId = Objects.requireNonNull(runId, "runId");
            this.recipe = Objects.requireNonNull(recipe, "recipe");
        }

        /** Sets what was known, planned and written. */
        public Builder lesson(Dossier known, Outline planned, List<Section> written) {
            this.dossier = known;
            this.outline = planned;
            this.sections = written;
            return this;
        }

        /** Sets the notebook and what its rules found. */
        public Builder notebook(Notebook made, ValidationReport found) {
            this.notebook = made;
            this.report = found;
            return this;
        }

        /** Sets counts and timings. */
        public Builder metrics(ObjectNode counted) {
            this.metrics = counted;
            return this;
        }

        /** Sets the folder with the files of the run. */
        public Builder folder(Path files) {
            this.folder = files;
            return this;
        }

        /** The artifact. */
        public NotebookArtifact build() {
            return new NotebookArtifact(this);
        }
    }
}
