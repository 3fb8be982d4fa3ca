package dev.alain.samples.cli;

import dev.alain.Subject;
import dev.alain.research.ModelReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a manual is about, as options. */
final class SubjectOptions {
    @Option(
            names = "--card",
            paramLabel = "FILE",
            description = "A model card; config.json and hf-api.json beside it are read too.")
    @Nullable
    Path card;

    @Option(names = "--text", paramLabel = "FILE", description = "A model card or specification as plain text.")
    @Nullable
    Path text;

    @Option(
            names = "--model",
            paramLabel = "REF",
            description = "A Hugging Face model; with --card or --text, the id of the model.")
    @Nullable
    String model;

    @Option(
            names = "--repo",
            paramLabel = "PATH|URL",
            description = "A code repository: owner/name on GitHub, or a folder.")
    @Nullable
    String repository;

    /**
     * The subject.
     *
     * @throws IllegalArgumentException if none is named
     */
    Subject subject() throws IOException {
        String id = model == null ? "" : ModelReference.parse(model).id();
        if (card != null) {
            // Absolute, so that a run can be resumed from anywhere; the notebook shows the base name only.
            return new Subject.ModelCard(card.toAbsolutePath().normalize().toString(), id);
        }
        if (text != null) {
            return new Subject.PastedText(read(text), id);
        }
        if (model != null) {
            return new Subject.HuggingFaceModel(ModelReference.parse(model));
        }
        if (repository != null) {
            return new Subject.Repository(repository, "");
        }
        throw new IllegalArgumentException("name a subject: --card FILE, --text FILE, --model REF or --repo PATH");
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
    }
}
