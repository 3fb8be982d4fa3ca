package dev.alain.validators.rules.reproducibility;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file that is read was made, downloaded or attached before. */
final class MissingFileRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP007");
    private static final Set<String> ATTACHED = Set.of("sample_data", "input");
    private static final int MOST = 20;
    /** Each path is searched for in all commands above it, so that only so many are. */
    private static final int MOST_PATHS = 300;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (view.analysis().isEmpty()) {
            return;
        }
        Map<String, CellAnalysis> analyses = new HashMap<>();
        view.analysis().get().cells().forEach(cell -> analyses.put(cell.cellId(), cell));
        FileTrail trail = new FileTrail();
        StringBuilder prose = new StringBuilder();
        Set<String> seen = new HashSet<>();
        for (Cell cell : view.cells()) {
            if (cell.type().equals("markdown")) {
                prose.append(cell.source()).append('\n');
            }
            Optional<CellAnalysis> analysis = Optional.ofNullable(analyses.get(cell.id()));
            analysis.ifPresent(trail::take);
            if (!cell.tags().contains("raises-exception") && !cell.tags().contains("exercise")) {
                analysis.ifPresent(known -> check(known, trail, prose, seen, findings));
            }
        }
    }

    private static void check(
            CellAnalysis cell, FileTrail trail, StringBuilder prose, Set<String> seen, FindingSink findings) {
        int reported = 0;
        for (Call call : cell.calls()) {
            Optional<String> path = call.context().surelyRuns() ? FileCalls.reads(call) : Optional.empty();
            boolean asked = path.isPresent()
                    && !ATTACHED.contains(FileNames.folder(path.get()))
                    && reported < MOST
                    && seen.size() < MOST_PATHS
                    && seen.add(FileNames.plain(path.get()));
            if (asked && !trail.mayExist(path.get())) {
                boolean told = prose.indexOf(FileNames.name(path.get())) >= 0;
                findings.report(finding(cell.cellId(), call, path.get(), told));
                reported++;
            }
        }
    }

    /** A file in a folder, or one that the text speaks of, may lie beside the notebook where it comes from. */
    private static Finding finding(String cell, Call call, String path, boolean told) {
        boolean beside = !FileNames.folder(path).isEmpty();
        String why = told
                ? "the text speaks of it, yet no cell fetches it"
                : beside
                        ? "it may lie in the notebook's repository, and does not come with the notebook"
                        : "no cell above makes, downloads or attaches it";
        return Finding.of(INFO, call.written() + " reads " + path + ": " + why)
                .severity(told || beside ? Severity.WARNING : Severity.ERROR)
                .cell(cell)
                .place(call.place())
                .remedy("download or write the file in an earlier cell")
                .fixes(Fix.instruct(
                        cell, "Make " + path + " in an earlier cell: download it from a lasting address or write it."))
                .build();
    }
}
