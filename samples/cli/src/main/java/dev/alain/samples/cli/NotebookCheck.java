package dev.alain.samples.cli;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookFixer.Applied;
import dev.alain.validation.NotebookFixer.Fixed;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.ValidationOptions;
import dev.alain.validators.report.Checked;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks one notebook and mends it where that was asked for; thread-safe. */
final class NotebookCheck {
    private static final String FILE_NAME = "file-name";

    private final NotebookValidator.Builder builder;
    private final ValidationOptions options;
    private final Mending mending;
    private final InputStream in;

    NotebookCheck(NotebookValidator.Builder builder, ValidationOptions options, Mending mending, InputStream in) {
        this.builder = builder;
        this.options = options;
        this.mending = mending;
        this.in = in;
    }

    /** How far to go. */
    enum Mending {
        NONE,
        SHOWN,
        WRITTEN
    }

    /** What became of a file: a result, or why it could not be read or written. */
    record Outcome(Optional<Checked> checked, List<Applied> applied, String problem) {
        static Outcome failed(String problem) {
            return new Outcome(Optional.empty(), List.of(), problem);
        }
    }

    Outcome on(Path file) {
        boolean standardInput = file.toString().equals("-");
        try {
            NotebookDocument document =
                    standardInput ? NotebookDocument.read(in.readAllBytes()) : NotebookDocument.read(file);
            String name = file.toString().replace(File.separatorChar, '/');
            NotebookValidator validator = validator(standardInput ? "" : String.valueOf(file.getFileName()));
            if (mending == Mending.NONE) {
                return outcome(new Checked(name, validator.validate(document), document), List.of());
            }
            Fixed fixed = NotebookFixer.using(validator).fix(document);
            if (mending == Mending.WRITTEN && fixed.changed() && !standardInput) {
                write(file, document.bytes(), fixed.document().bytes());
            }
            return outcome(new Checked(name, fixed.report(), fixed.document()), fixed.applied());
        } catch (IOException e) {
            return Outcome.failed(why(file, e));
        }
    }

    private static Outcome outcome(Checked checked, List<Applied> applied) {
        return new Outcome(Optional.of(checked), applied, "");
    }

    private static String why(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no file " + file
                : e instanceof AccessDeniedException
                        ? file + " may not be read or written"
                        : file + ": " + e.getMessage();
    }

    private static void write(Path file, byte[] read, byte[] mended) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), read)) {
            throw new IOException("it was changed by somebody else in the meantime, so it was left as it is");
        }
        AtomicFile.replace(file, mended);
    }

    private synchronized NotebookValidator validator(String name) {
        return builder.options(name.isEmpty() ? options : options.withSetting(FILE_NAME, name))
                .build();
    }
}
