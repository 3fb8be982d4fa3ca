package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.code.CodeAnalysis;
import dev.alain.code.NameProblem;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Imports are used and not repeated; f-strings have placeholders. */
final class IdleCodeRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD010");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        CodeCells cells = CodeCells.of(view);
        CellQuota quota = new CellQuota();
        for (NameProblem problem : view.analysis().map(CodeAnalysis::problems).orElse(List.of())) {
            boolean hidden =
                    NameOrigins.of(view).mayDefine(problem.name(), cells.all().size());
            if (problem.kind() == NameProblem.Kind.UNUSED_IMPORT && !hidden && quota.takes(problem.cellId())) {
                findings.report(unused(problem));
            }
        }
        Map<String, Integer> imported = new HashMap<>();
        for (int i = 0; i < cells.all().size(); i++) {
            CellAnalysis cell = cells.all().get(i);
            for (Import taken : cell.imports()) {
                repeated(taken, i, imported, cell.cellId())
                        .filter(found -> quota.takes(cell.cellId()))
                        .ifPresent(findings::report);
            }
            cell.constructs().stream()
                    .filter(construct -> construct.kind() == Construct.Kind.PLAIN_FSTRING)
                    .limit(CodeCells.MOST_PER_CELL)
                    .forEach(construct -> findings.report(plain(cell.cellId(), construct.place(), cells)));
        }
    }

    private static Finding unused(NameProblem problem) {
        return Finding.of(INFO, "\"" + problem.name() + "\" is imported and never used")
                .cell(problem.cellId())
                .place(problem.place())
                .remedy("remove the import")
                .fixes(Fix.instruct(problem.cellId(), "Remove the unused import of " + problem.name() + "."))
                .build();
    }

    private static Optional<Finding> repeated(Import taken, int index, Map<String, Integer> imported, String cell) {
        boolean plain = taken.context().surelyRuns() && !taken.boundAs().isEmpty();
        String key = taken.module() + " " + taken.name() + " " + taken.boundAs();
        Integer before = plain ? imported.putIfAbsent(key, index) : null;
        if (before == null) {
            return Optional.empty();
        }
        String what = taken.name().isEmpty() ? taken.module() : taken.module() + "." + taken.name();
        String where = before == index ? "the same cell" : "code cell " + (before + 1);
        return Optional.of(Finding.of(INFO, "\"" + what + "\" is imported again; " + where + " already did")
                .cell(cell)
                .place(taken.place())
                .remedy("import it once")
                .fixes(Fix.instruct(cell, "Remove the repeated import of " + what + "."))
                .build());
    }

    private static Finding plain(String cell, Place place, CodeCells cells) {
        Finding.Builder finding = Finding.of(INFO, "the f-string has no placeholder")
                .cell(cell)
                .place(place)
                .remedy("drop the f");
        int prefix = place.line() == place.endLine() ? prefixOf(place, cells.line(cell, place.line())) : -1;
        if (prefix < 0) {
            return finding.fixes(Fix.instruct(cell, "Drop the f of the f-string without placeholders."))
                    .build();
        }
        int column = place.column() + prefix;
        return finding.fixes(Fix.safe(
                        "drops the f", new Fix.ReplaceRange(cell, place.line(), column, place.line(), column + 1, "")))
                .build();
    }

    /** Where the f stands in the prefix of a literal that makes up the whole place; -1 when it is not that simple. */
    private static int prefixOf(Place place, String line) {
        int points = line.codePointCount(0, line.length());
        if (place.column() < 1 || place.endColumn() - 1 > points) {
            return -1;
        }
        String literal = line.substring(
                line.offsetByCodePoints(0, place.column() - 1), line.offsetByCodePoints(0, place.endColumn() - 1));
        int quote = 0;
        while (quote < literal.length() && Character.isLetter(literal.charAt(quote))) {
            quote++;
        }
        int f = literal.substring(0, quote).toLowerCase(Locale.ROOT).indexOf('f');
        boolean simple = quote > 0
                && quote < literal.length() - 1
                && literal.indexOf('{') < 0
                && literal.indexOf('}') < 0
                && literal.indexOf('\\') < 0
                && literal.indexOf(literal.charAt(quote), quote + 1) == literal.length() - 1;
        return simple ? f : -1;
    }
}
