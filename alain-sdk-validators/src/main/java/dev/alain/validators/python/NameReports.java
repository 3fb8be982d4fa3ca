package dev.alain.validators.python;

import dev.alain.code.NameProblem;
import dev.alain.code.Place;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was found wrong with names, and which cell binds what. */
final class NameReports {
    private static final int NO_CELL = -1;

    private record Report(NameProblem.Kind kind, String name, int cell, SourceRange range, int other) {}

    private final List<Report> reports = new ArrayList<>();
    private final Map<String, TreeMap<Integer, Integer>> topLevel = new HashMap<>();

    void add(NameProblem.Kind kind, String name, int cell, SourceRange range) {
        add(kind, name, cell, range, NO_CELL);
    }

    void add(NameProblem.Kind kind, String name, int cell, SourceRange range, int other) {
        reports.add(new Report(kind, name, cell, range, other));
    }

    /** A global statement says that the name is somebody's. */
    void forgetUndefined(String name) {
        reports.removeIf(r -> r.kind() == NameProblem.Kind.UNDEFINED && r.name().equals(name));
    }

    void boundAtTop(String name, int cell) {
        topLevel.computeIfAbsent(name, n -> new TreeMap<>()).merge(cell, 1, Integer::sum);
    }

    /** The problems in order of cells and places. */
    List<NameProblem> problems(List<AnalyzedCell> cells) {
        List<Report> sorted = new ArrayList<>(reports);
        sorted.sort(Comparator.comparingInt(Report::cell)
                .thenComparingInt(r -> r.range().startLine)
                .thenComparingInt(r -> r.range().startColumn));
        List<NameProblem> problems = new ArrayList<>();
        for (Report report : sorted) {
            problems.add(problem(report, cells));
        }
        return problems;
    }

    private NameProblem problem(Report report, List<AnalyzedCell> cells) {
        AnalyzedCell cell = cells.get(report.cell());
        Place place = cell.positions().place(report.range());
        if (report.kind() == NameProblem.Kind.UNDEFINED) {
            Optional<String> later = laterCell(report, cells);
            NameProblem.Kind kind =
                    later.isPresent() ? NameProblem.Kind.USED_BEFORE_DEFINITION : NameProblem.Kind.UNDEFINED;
            return new NameProblem(kind, report.name(), cell.id(), place, later);
        }
        Optional<String> other = report.other() == NO_CELL
                ? Optional.empty()
                : Optional.of(cells.get(report.other()).id());
        return new NameProblem(report.kind(), report.name(), cell.id(), place, other);
    }

    /** The first cell, from the one that reads the name on, that binds it at its top level. */
    private Optional<String> laterCell(Report report, List<AnalyzedCell> cells) {
        TreeMap<Integer, Integer> binders = topLevel.get(report.name());
        Integer later = binders == null ? null : binders.ceilingKey(report.cell());
        return later == null ? Optional.empty() : Optional.of(cells.get(later).id());
    }
}
