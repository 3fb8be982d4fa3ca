package dev.alain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.alain.research.ModelReference;
import java.util.Objects;

/** What a manual is about. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Subject.HuggingFaceModel.class, name = "hugging-face-model"),
    @JsonSubTypes.Type(value = Subject.ModelCard.class, name = "model-card"),
    @JsonSubTypes.Type(value = Subject.PastedText.class, name = "text"),
    @JsonSubTypes.Type(value = Subject.Repository.class, name = "repository"),
    @JsonSubTypes.Type(value = Subject.Dataset.class, name = "dataset")
})
public sealed interface Subject {
    /** A short name for people and folders; never an absolute path. */
    String name();

    /** A model on the Hugging Face Hub, or in its local cache. */
    record HuggingFaceModel(ModelReference reference) implements Subject {
        @Override
        public String name() {
            return reference.id();
        }
    }

    /**
     * A model card in a file; {@code config.json} and {@code hf-api.json} beside it are read too.
     *
     * @param file the path as the user gave it
     * @param modelId the Hub id, or empty to take it from the card
     */
    record ModelCard(String file, String modelId) implements Subject {
        /** Checks that a file is named. */
        public ModelCard {
            modelId = Objects.requireNonNullElse(modelId, "");
            if (file.isBlank()) {
                throw new IllegalArgumentException("a model card needs the path of its file");
            }
        }

        @Override
        public String name() {
            return modelId.isEmpty() ? baseName(file) : modelId;
        }

        /** The last part of the path, which is what notebooks and reports show. */
        public String fileName() {
            return baseName(file);
        }

        private static String baseName(String path) {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        }
    }

    /**
     * A model card or specification as text.
     *
     * @param modelId the Hub id, or empty to take it from the text
     */
    record PastedText(String text, String modelId) implements Subject {
        /** Null means: not said. */
        public PastedText {
            modelId = Objects.requireNonNullElse(modelId, "");
        }

        @Override
        public String name() {
            return modelId.isEmpty() ? "pasted text" : modelId;
        }

        @Override
        public String toString() {
            return "PastedText[" + text.length() + " characters, modelId=" + modelId + "]";
        }
    }

    /**
     * A code repository.
     *
     * @param location {@code owner/name} on GitHub, or a local folder
     * @param revision branch, tag or commit; empty for the default branch
     */
    record Repository(String location, String revision) implements Subject {
        /** Null means: the default branch. */
        public Repository {
            revision = Objects.requireNonNullElse(revision, "");
        }

        /** {@code owner/name} of an address, the last part of a path. */
        @Override
        public String name() {
            String plain = location.replace('\\', '/');
            while (plain.length() > 1 && plain.endsWith("/")) {
                plain = plain.substring(0, plain.length() - 1);
            }
            boolean address = plain.contains("://");
            boolean path = plain.startsWith("/") || plain.startsWith(".") || plain.contains(":");
            int last = plain.lastIndexOf('/');
            int cut = address ? plain.lastIndexOf('/', last - 1) : path ? last : -1;
            String name = plain.substring(cut + 1);
            return name.isEmpty() ? location : name;
        }
    }

    /**
     * A data set, for a training project.
     *
     * @param location a file, or a Hub data set id
     */
    record Dataset(String location) implements Subject {
        @Override
        public String name() {
            return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
        }
    }
}
