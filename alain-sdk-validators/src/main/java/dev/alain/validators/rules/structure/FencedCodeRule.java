package dev.alain.validators.rules.structure;

import dev.alain.code.CellAnalysis;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;

/** A code cell holds code, not a chat's answer. */
final class FencedCodeRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR017");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Cell cell : view.cells()) {
            if (cell instanceof CodeCell code && !CellKinds.isForeign(cell)) {
                FencedCode fenced = FencedCode.of(code.source());
                if (fenced.fences() > 0) {
                    findings.report(fences(cell.id(), fenced));
                } else {
                    chat(view, code, findings);
                }
            } else if (cell.type().equals("markdown")) {
                opening(cell, findings);
            }
        }
    }

    private static boolean parsed(NotebookView view, String cell) {
        return view.analysis()
                .flatMap(code -> code.cell(cell))
                .filter(CellAnalysis::parsed)
                .isPresent();
    }

    private static Finding fences(String cell, FencedCode fenced) {
        Finding.Builder finding = Finding.of(INFO, "a Markdown fence stands in the code, which Python rejects")
                .cell(cell)
                .line(fenced.line())
                .remedy("keep the code and remove the fence");
        Optional<String> code = fenced.only();
        if (code.isEmpty()) {
            return finding.fixes(Fix.instruct(cell, "Write this cell anew as plain Python code without Markdown."))
                    .build();
        }
        Fix.Edit edit = new Fix.ReplaceCell(cell, code.get());
        return finding.fixes(
                        fenced.isWhole()
                                ? Fix.safe("removes the fence", edit)
                                : Fix.needsReview("keeps the fenced code and drops the prose around it", edit))
                .build();
    }

    /** Prose that only a chat writes; a comment that says the same is a comment. */
    private static void chat(NotebookView view, CodeCell cell, FindingSink findings) {
        String source = cell.source();
        String first = firstLine(source);
        boolean prose =
                !first.startsWith("#") && Phrases.CHAT_OPENINGS.opening(first).isPresent();
        if (prose && !parsed(view, cell.id())) {
            findings.report(Finding.of(INFO, "the code opens with prose of a chat: \"" + Excerpt.of(first) + "\"")
                    .cell(cell.id())
                    .line(1
                            + (int) source.substring(0, source.indexOf(first))
                                    .lines()
                                    .count())
                    .remedy("remove the prose, or move it to a markdown cell")
                    .fixes(Fix.instruct(cell.id(), "Write this cell anew as Python code without prose around it."))
                    .build());
        }
    }

    private static void opening(Cell cell, FindingSink findings) {
        String first = firstLine(cell.source());
        if (Phrases.CHAT_OPENINGS.opening(first).isPresent()) {
            findings.report(Finding.of(INFO, "the text opens as a chat does: \"" + Excerpt.of(first) + "\"")
                    .severity(Severity.WARNING)
                    .cell(cell.id())
                    .remedy("write for readers of the notebook, who asked no question")
                    .fixes(Fix.instruct(
                            cell.id(), "Write this text for readers: no answer to a question they did not ask."))
                    .build());
        }
    }

    private static String firstLine(String source) {
        String text = source.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
