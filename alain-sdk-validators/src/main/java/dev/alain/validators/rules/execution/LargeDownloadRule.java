package dev.alain.validators.rules.execution;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;
import java.util.Set;

/** Large data sets are streamed or cut. */
final class LargeDownloadRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("EXE003");
    private static final Set<String> LOADERS =
            Set.of("datasets.load_dataset", "load_dataset", "tensorflow_datasets.load");
    private static final int MOST_OF_A_CELL = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        double limit = view.threshold("EXE003.gigabytes", 1);
        view.analysis()
                .ifPresent(analysis -> analysis.cells()
                        .forEach(cell -> cell.calls().stream()
                                .filter(call -> isWhole(call)
                                        && size(call)
                                                .filter(size -> size > limit)
                                                .isPresent())
                                .limit(MOST_OF_A_CELL)
                                .forEach(call -> findings.report(finding(cell, call)))));
    }

    private static Finding finding(CellAnalysis cell, Call call) {
        String name = call.argument("path", 0).flatMap(Argument::string).orElse("");
        return Finding.of(
                        INFO,
                        "%s downloads all of %s, about %s GB"
                                .formatted(
                                        call.written(),
                                        name,
                                        KnownDataSets.shown(size(call).orElse(0.0))))
                .cell(cell.cellId())
                .place(call.place())
                .remedy("take a slice such as split=\"train[:1000]\", or streaming=True")
                .fixes(Fix.instruct(
                        cell.cellId(), "Load a slice of " + name + " (split=\"train[:1000]\") or stream it."))
                .build();
    }

    private static Optional<Double> size(Call call) {
        String path = call.argument("path", 0)
                .or(() -> call.argument("name", 0))
                .flatMap(Argument::string)
                .orElse("");
        String config = call.argument("name", 1).flatMap(Argument::string).orElse("");
        return KnownDataSets.gigabytes(path, config);
    }

    /** Without a slice, a small split or streaming; what is computed may be a slice. */
    private static boolean isWhole(Call call) {
        if (!LOADERS.contains(call.function())
                || call.keyword("data_files").isPresent()
                || call.keyword("data_dir").isPresent()) {
            return false;
        }
        Optional<Argument> streaming = call.keyword("streaming");
        if (streaming.isPresent() && !streaming.get().text().equals("False")) {
            return false;
        }
        Optional<Argument> split = call.keyword("split");
        return split.isEmpty()
                || split.get()
                        .string()
                        .filter(text -> text.equals("train") || text.equals("all"))
                        .isPresent();
    }
}
