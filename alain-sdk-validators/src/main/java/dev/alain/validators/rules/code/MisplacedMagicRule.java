package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A cell magic opens its cell. */
final class MisplacedMagicRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD013");
    /** Magics that run the cell as Python, where a comment above the code means nothing. */
    private static final Set<String> PYTHON = Set.of("time", "timeit", "capture", "prun");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        CodeCells cells = CodeCells.of(view);
        for (CellAnalysis cell : cells.running()) {
            in(cell, cells.source(cell.cellId()))
                    .ifPresent(command -> findings.report(finding(cell.cellId(), command, cells)));
        }
    }

    /** The first magic of a cell that neither opens it nor stands right under another. */
    static Optional<Command> in(CellAnalysis cell, String source) {
        int opening = 0;
        for (String line : (Iterable<String>) source.lines()::iterator) {
            if (!line.isBlank() && !line.stripLeading().startsWith("%%")) {
                break;
            }
            opening++;
        }
        int lastOpening = opening;
        return cell.commands().stream()
                .filter(command -> command.kind() == Command.Kind.CELL_MAGIC)
                .filter(command -> command.place().line() > lastOpening)
                .findFirst();
    }

    private static Finding finding(String cell, Command command, CodeCells cells) {
        String name = command.name();
        int line = command.place().line();
        Finding.Builder finding = Finding.of(
                        INFO, "%%" + name + " stands in line " + line + "; it works only on the first line of a cell")
                .cell(cell)
                .line(line)
                .remedy("move it to the first line");
        String source = cells.source(cell);
        if (PYTHON.contains(name) && onlyCommentsBefore(source, line)) {
            return finding.fixes(Fix.safe("moves %%" + name + " to the first line", moved(cell, source, line)))
                    .build();
        }
        return finding.fixes(Fix.instruct(cell, "Put %%" + name + " on the first line, or give it a cell of its own."))
                .build();
    }

    private static boolean onlyCommentsBefore(String source, int line) {
        return source.lines()
                .limit(line - 1L)
                .allMatch(above -> above.isBlank() || above.strip().startsWith("#"));
    }

    private static Fix.Edit moved(String cell, String source, int line) {
        List<String> lines = new ArrayList<>(List.of(source.split("\n", -1)));
        lines.add(0, lines.remove(line - 1).strip());
        return new Fix.ReplaceCell(cell, String.join("\n", lines));
    }
}
