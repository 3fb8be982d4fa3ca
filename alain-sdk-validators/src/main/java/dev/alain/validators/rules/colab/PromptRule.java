package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.List;
import java.util.Map;

/** A run of all cells waits for nobody. */
final class PromptRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL007");
    private static final Map<String, String> PROMPTS = Map.of(
            "input", "input()",
            "builtins.input", "input()",
            "getpass.getpass", "getpass()",
            "google.colab.files.upload", "files.upload()",
            "google.colab.drive.mount", "drive.mount()",
            "google.colab.auth.authenticate_user", "auth.authenticate_user()");
    private static final List<String> DIALOGS = List.of("files.upload()", "drive.mount()", "auth.authenticate_user()");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        RunPath path = RunPath.of(view);
        FindingSink capped = PerCell.atMost(5, findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Call call : cell.calls()) {
                String prompt = PROMPTS.get(call.function());
                if (prompt != null && path.reaches(cell.cellId(), call.place(), call.context())) {
                    capped.report(finding(cell.cellId(), call, prompt));
                }
            }
        }
    }

    private static Finding finding(String cell, Call call, String prompt) {
        String fails = DIALOGS.contains(prompt)
                ? " opens a dialog in every run of all cells: nobody answers it in an unattended run"
                : " stops every run of all cells: an unattended kernel raises StdinNotImplementedError";
        return Finding.of(INFO, prompt + fails)
                .cell(cell)
                .place(call.place())
                .remedy("ask only when the value is not there yet, and only when somebody can answer")
                .fixes(Fix.instruct(
                        cell,
                        "Take the value from os.environ or a default first, and call " + prompt
                                + " only in a branch where it is missing."))
                .build();
    }
}
