package dev.alain.validators.rules.execution;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.Map;

/** Cells end within minutes, as far as their constants tell. */
final class RunTimeRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("EXE001");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        double warning = view.threshold("EXE001.warning-minutes", 10) * 60;
        double error = view.threshold("EXE001.error-minutes", 60) * 60;
        Map<String, String> sources = new HashMap<>();
        view.code().forEach(cell -> sources.put(cell.id(), cell.source()));
        view.analysis()
                .ifPresent(analysis -> analysis.cells().forEach(cell -> {
                    RunTime.of(cell, sources.getOrDefault(cell.cellId(), "")).ifPresent(time -> {
                        if (time.seconds() > warning) {
                            findings.report(finding(cell.cellId(), time, time.seconds() > error && !time.atMost()));
                        }
                    });
                }));
    }

    private static Finding finding(String cell, RunTime time, boolean tooLong) {
        String message = "%s %d minutes of run time: %s"
                .formatted(time.atMost() ? "up to" : "about", Math.round(time.seconds() / 60), time.reckoning());
        return Finding.of(INFO, message)
                .severity(tooLong ? Severity.ERROR : Severity.WARNING)
                .cell(cell)
                .line(time.line())
                .remedy("use fewer steps, rounds or tokens in the notebook and say what a full run takes")
                .fixes(Fix.instruct(cell, "Make the cell end within ten minutes and say what a full run takes."))
                .build();
    }
}
