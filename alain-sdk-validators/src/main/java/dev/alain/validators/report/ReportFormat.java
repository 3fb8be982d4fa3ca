package dev.alain.validators.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way to write down what validation found. Implementations are thread-safe.
 *
 * <p>The same results give the same characters: no time, host or random number stands in a report. What rules blotted
 * out stays so, and what a fix would write into a cell with a security finding is left out, for the key may stand in it.
 *
 * <pre>{@code
 * NotebookDocument document = NotebookDocument.read(file);
 * ValidationReport report = NotebookValidator.builder().build().validate(document);
 * try (Writer out = Files.newBufferedWriter(Path.of("alain.sarif"))) {
 *     ReportFormat.named("sarif").write(List.of(new Checked("notebooks/intro.ipynb", report, document)), out);
 * }
 * }</pre>
 */
public interface ReportFormat {
    /** What it is asked for by, such as {@code sarif}. */
    String name();

    /**
     * Starts a report that takes notebooks one by one, so that none has to be kept.
     *
     * @throws IOException if it cannot be written
     */
    ReportWriter open(Appendable out) throws IOException;

    /**
     * Writes a whole report.
     *
     * @throws IOException if it cannot be written
     */
    default void write(Iterable<Checked> results, Appendable out) throws IOException {
        ReportWriter writer = open(out);
        for (Checked checked : results) {
            writer.add(checked);
        }
        writer.end();
    }

    /** The formats of this module: {@code text}, {@code json}, {@code markdown}, {@code sarif} and {@code junit}. */
    static List<ReportFormat> all() {
        return List.of(new TextReport(), new JsonReport(), new MarkdownReport(), new SarifReport(), new JunitReport());
    }

    /**
     * A format of this module.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static ReportFormat named(String name) {
        return all().stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no report format \"" + name + "\"; there are "
                        + all().stream().map(ReportFormat::name).collect(Collectors.joining(", "))));
    }
}
