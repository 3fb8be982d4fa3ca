package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Imports stand together near the top. */
final class LateImportRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD009");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        List<CellAnalysis> cells = CodeCells.of(view).all();
        double share = view.threshold("COD009.first-part", 0.5);
        double fewest = view.threshold("COD009.cells", 6);
        if (cells.size() < fewest) {
            return;
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean late = i >= cells.size() * share;
            List<Import> fresh = cells.get(i).imports().stream()
                    .filter(taken ->
                            !taken.context().inFunction() && !taken.boundAs().isEmpty())
                    .filter(taken -> known.add(taken.boundAs()))
                    .toList();
            if (late && !fresh.isEmpty()) {
                findings.report(finding(cells.get(i).cellId(), fresh));
            }
        }
    }

    private static Finding finding(String cell, List<Import> fresh) {
        List<String> names = fresh.stream().map(Import::boundAs).limit(6).toList();
        return Finding.of(INFO, "imports " + String.join(", ", names) + " in the second half of the notebook")
                .cell(cell)
                .place(fresh.get(0).place())
                .remedy("import it in the setup section, where readers look for what is needed")
                .fixes(Fix.instruct(cell, "Move the imports to the setup section."))
                .build();
    }
}
