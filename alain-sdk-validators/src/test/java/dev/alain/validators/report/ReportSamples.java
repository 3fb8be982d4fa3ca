package dev.alain.validators.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport.Waiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Notebooks and rules that make reports hard to write. */
final class ReportSamples {
    /** Half a surrogate pair, characters that XML forbids, an end of CDATA, a link, a terminal command. */
    static final String NASTY =
            "\ud800 \u0000\u0007\u001b[31m \ufffe ]]> <b>&amp;\"' [x](http://evil) \u202e {0} \ud83d\ude80\r\n\t| `";

    static final RuleInfo WORD = new RuleInfo(
            "TST001", "no-foo", "No cell says foo", Severity.WARNING, Set.of("test"), true, "", "Say *bar*.\n");

    private ReportSamples() {}

    static NotebookRule rule(RuleInfo info, BiConsumer<NotebookView, FindingSink> check) {
        return new NotebookRule() {
            @Override
            public RuleInfo info() {
                return info;
            }

            @Override
            public void check(NotebookView notebook, FindingSink findings) {
                check.accept(notebook, findings);
            }
        };
    }

    /** Finds every foo, in its place, and puts a text with quotes and lines there. */
    static NotebookRule words() {
        return rule(
                WORD,
                (view, findings) -> view.cells().forEach(cell -> {
                    List<String> lines = cell.source().lines().toList();
                    for (int i = 0; i < lines.size(); i++) {
                        String line = lines.get(i);
                        for (int at = line.indexOf("foo"); at >= 0; at = line.indexOf("foo", at + 3)) {
                            int column = line.codePointCount(0, at) + 1;
                            findings.report(Finding.of(WORD, "it says foo")
                                    .cell(cell.id())
                                    .range(i + 1, column, i + 1, column + 3)
                                    .remedy("say bar")
                                    .evidence("foo")
                                    .fixes(Fix.safe(
                                            "says bar",
                                            new Fix.ReplaceRange(
                                                    cell.id(), i + 1, column, i + 1, column + 3, "\"bar\"\n\u00e9\\")))
                                    .build());
                        }
                    }
                }));
    }

    static NotebookRule nasty() {
        RuleInfo info = new RuleInfo("TST002", "nasty", NASTY, Severity.ERROR, Set.of("test"), false, "", NASTY);
        return rule(info, (view, findings) -> {
            findings.report(
                    Finding.of(info, NASTY).remedy(NASTY).evidence(NASTY).build());
            view.cells().stream()
                    .findFirst()
                    .ifPresent(cell -> findings.report(Finding.of(info, NASTY)
                            .cell(cell.id())
                            .line(99)
                            .severity(Severity.INFO)
                            .fixes(Fix.instruct(cell.id(), NASTY))
                            .build()));
        });
    }

    static NotebookRule secret() {
        RuleInfo info = new RuleInfo("SEC900", "key", "No key", Severity.ERROR, Set.of("security"), false);
        return rule(
                info,
                (view, findings) -> view.cells().stream()
                        .filter(cell -> cell.source().contains("hunter2"))
                        .forEach(cell -> findings.report(Finding.of(info, "a key")
                                .cell(cell.id())
                                .evidence("h…2")
                                .fixes(Fix.safe(
                                        "moves it",
                                        new Fix.ReplaceCell(
                                                cell.id(), cell.source().strip() + " # moved")))
                                .build())));
    }

    static NotebookRule broken() {
        RuleInfo info = new RuleInfo("TST003", "broken", "Broken", Severity.ERROR, Set.of("test"), false);
        return rule(info, (view, findings) -> {
            throw new IllegalStateException("this rule is broken");
        });
    }

    static NotebookValidator.Builder validator(NotebookRule... rules) {
        ValidationOptions options = new ValidationOptions(
                Set.of(), Map.of(), Set.of(), Map.of(), List.of(new Waiver("TST009", "", "nothing to waive")));
        return NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(rules))
                .options(options);
    }

    static NotebookDocument notebook(String... sources) {
        StringBuilder cells = new StringBuilder();
        for (String source : sources) {
            String quoted = JsonText.MAPPER.valueToTree(source).toString();
            cells.append(cells.isEmpty() ? "" : ",\n")
                    .append("""
                      {"cell_type": "code", "id": "c%d", "metadata": {}, "execution_count": null, "outputs": [],
                       "source": %s}""".formatted(cells.toString().split("cell_type", -1).length, quoted));
        }
        return read("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {},\n \"cells\": [\n" + cells + "]}\n");
    }

    static NotebookDocument read(String json) {
        return NotebookDocument.read(json.getBytes(UTF_8));
    }

    static Checked checked(String file, NotebookDocument document, NotebookRule... rules) {
        return new Checked(file, validator(rules).build().validate(document), document);
    }

    static List<Checked> nastyResults() {
        NotebookRule[] rules = {words(), nasty(), secret(), broken()};
        return List.of(
                checked("notebooks/a b#?%.ipynb", notebook("x = 'foo'\n\u00e9 foo", "hunter2", ""), rules),
                checked("./" + NASTY + ".ipynb", read("{\"cells\": [{}, 3, {\"source\": [1]}]}"), rules),
                checked("/tmp/\u00e9.ipynb", read("no JSON"), rules),
                checked("-", read("[]"), rules));
    }

    static String written(ReportFormat format, List<Checked> results) {
        try {
            StringBuilder out = new StringBuilder();
            format.write(results, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Real notebooks where the shared data is, none elsewhere. */
    static List<Path> realNotebooks() throws IOException {
        Path folder = Path.of(System.getProperty("shared.data", "nowhere")).resolve("notebooks/dev");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
