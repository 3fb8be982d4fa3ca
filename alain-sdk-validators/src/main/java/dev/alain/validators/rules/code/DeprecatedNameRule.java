package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.code.CellAnalysis.Literal;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Models and functions are those that are still offered. */
final class DeprecatedNameRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD017");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CellAnalysis cell : CodeCells.of(view).all()) {
            Reporter reporter = new Reporter(cell.cellId(), findings, new HashSet<>());
            for (Import taken : cell.imports()) {
                String name = taken.name().isEmpty() ? taken.module() : taken.module() + "." + taken.name();
                reporter.report(DeprecatedNames.imported(name), name, taken.place());
            }
            for (Call call : cell.calls()) {
                reporter.report(DeprecatedNames.call(call.function()), call.function(), call.place());
                for (Argument argument : call.arguments()) {
                    reporter.report(
                            DeprecatedNames.keyword(argument.keyword()), argument.keyword() + "=", argument.place());
                }
            }
            for (Literal literal : cell.strings()) {
                reporter.report(DeprecatedNames.text(literal.value()), literal.value(), literal.place());
            }
            for (Command command : cell.commands()) {
                reporter.report(DeprecatedNames.command(command.text().strip()), command.text(), command.place());
            }
        }
    }

    private record Reporter(String cell, FindingSink findings, Set<String> seen) {
        void report(Optional<DeprecatedNames.Entry> entry, String written, Place place) {
            entry.filter(found -> seen.size() < CodeCells.MOST_PER_CELL && seen.add(found.name()))
                    .ifPresent(found -> findings.report(finding(found, written, place)));
        }

        private Finding finding(DeprecatedNames.Entry entry, String written, Place place) {
            String name = written.length() > 60 ? entry.name() : written;
            return Finding.of(INFO, "\"" + name + "\" is deprecated or withdrawn")
                    .severity(entry.severity())
                    .cell(cell)
                    .place(place)
                    .remedy("use " + entry.instead())
                    .fixes(Fix.instruct(cell, "Replace " + name + " by " + entry.instead() + "."))
                    .build();
        }
    }
}
