package dev.alain.docs;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookFixer.Fixed;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.ValidationReport;
import dev.alain.validators.report.Checked;
import dev.alain.validators.report.ReportFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program of the page on validators. */
final class EmbeddedValidation {
    private EmbeddedValidation() {}

    static Fixed check(Path file) throws IOException {
        // tag::check
        NotebookValidator validator =
                NotebookValidator.builder().profiles("quality", "security").build();
        NotebookDocument document = NotebookDocument.read(file);
        ValidationReport report = validator.validate(document);
        for (Finding finding : report.findings()) {
            System.out.println(finding + "; " + finding.remedy());
        }
        Fixed fixed = NotebookFixer.using(validator).fix(document);
        if (fixed.changed()) {
            Files.write(file, fixed.document().bytes());
        }
        // end::check
        return fixed;
    }

    static void write(Path target, NotebookDocument document, ValidationReport report) throws IOException {
        try (Writer out = Files.newBufferedWriter(target)) {
            ReportFormat.named("sarif").write(List.of(new Checked("notebooks/intro.ipynb", report, document)), out);
        }
    }
}
