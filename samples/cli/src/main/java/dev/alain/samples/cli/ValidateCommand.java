package dev.alain.samples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks notebooks. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks notebooks; folders are searched for .ipynb files.")
final class ValidateCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a report looks like. */
    enum Format {
        TEXT,
        JSON,
        MARKDOWN
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Notebooks or folders.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--format", defaultValue = "text", description = "text, json or markdown.")
    private Format format = Format.TEXT;

    @Option(names = "--fail-on", defaultValue = "error", description = "Lowest severity that fails: error or warning.")
    private Severity failOn = Severity.ERROR;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        NotebookValidator validator = NotebookValidator.builder().build();
        boolean failed = false;
        ArrayNode all = MAPPER.createArrayNode();
        for (Path file : notebooks()) {
            ValidationReport report = validator.validate(NotebookDocument.read(file));
            failed |= report.findings().stream()
                    .anyMatch(finding -> finding.severity().compareTo(failOn) <= 0);
            switch (format) {
                case TEXT -> text(file, report, out);
                case MARKDOWN -> out.println("<!-- " + file + " -->\n" + report.toMarkdown());
                case JSON -> all.addObject().put("file", file.toString()).set("report", MAPPER.valueToTree(report));
            }
        }
        if (format == Format.JSON) {
            out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        }
        return failed ? 1 : 0;
    }

    private static void text(Path file, ValidationReport report, PrintWriter out) {
        out.println(file + ": " + report.summary());
        for (Finding finding : report.findings()) {
            out.println("  " + finding);
        }
    }

    private List<Path> notebooks() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                try (Stream<Path> inside = Files.walk(file)) {
                    inside.filter(path -> path.toString().endsWith(".ipynb"))
                            .sorted()
                            .forEach(found::add);
                }
            } else if (Files.exists(file)) {
                found.add(file);
            } else {
                throw new IOException("there is no file " + file);
            }
        }
        return found;
    }
}
