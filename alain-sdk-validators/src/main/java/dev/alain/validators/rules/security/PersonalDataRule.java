package dev.alain.validators.rules.security;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.secrets.OutputTexts;
import dev.alain.validators.secrets.PersonalData;
import dev.alain.validators.secrets.SourcePositions;

/** Neither outputs nor paths tell who wrote the notebook. */
final class PersonalDataRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC006");
    private static final int MOST_IN_A_CELL = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Cell cell : view.cells()) {
            paths(cell, findings);
            if (cell instanceof CodeCell run) {
                outputs(run, findings);
            }
        }
    }

    private static void paths(Cell cell, FindingSink findings) {
        SourcePositions positions = new SourcePositions(cell.source());
        PersonalData.homes(cell.source()).stream()
                .limit(MOST_IN_A_CELL)
                .forEach(name -> findings.report(Finding.of(INFO, "a path names somebody's home directory")
                        .cell(cell.id())
                        .place(positions.place(name.start(), name.end()))
                        .remedy("use a path relative to the notebook, or Path.home()")
                        .fixes(Fix.instruct(
                                cell.id(), "Replace the path into a home directory by one relative to the notebook."))
                        .build()));
    }

    /** One finding a cell: its fix takes all outputs away. */
    private static void outputs(CodeCell cell, FindingSink findings) {
        int homes = 0;
        int mails = 0;
        for (OutputTexts.Text text : OutputTexts.of(cell)) {
            homes += PersonalData.homes(text.text()).size();
            mails += PersonalData.mails(text.text()).size();
        }
        if (homes + mails > 0) {
            String paths = homes == 0 ? "" : homes + (homes == 1 ? " path" : " paths") + " into a home directory";
            String addresses = mails == 0 ? "" : mails + (mails == 1 ? " e-mail address" : " e-mail addresses");
            findings.report(Finding.of(
                            INFO, "the output shows " + paths + (homes > 0 && mails > 0 ? " and " : "") + addresses)
                    .cell(cell.id())
                    .remedy("remove the output, or run the cell where no name shows")
                    .fixes(Fix.safe("removes the outputs that tell who somebody is", new Fix.RemoveOutputs(cell.id())))
                    .build());
        }
    }
}
