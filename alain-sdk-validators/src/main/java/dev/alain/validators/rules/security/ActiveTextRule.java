package dev.alain.validators.rules.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.Cell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.RawCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.security.MarkdownGuard.Problem;
import java.util.List;
import java.util.Optional;

/** Text does nothing but be read: no acting HTML, or no acting links. */
final class ActiveTextRule implements NotebookRule {
    private static final int MOST_IN_A_CELL = 20;

    private final RuleInfo info;
    private final boolean attachments;

    ActiveTextRule(String id, boolean attachments) {
        this.info = RulePage.info(id);
        this.attachments = attachments;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        ActiveText text = ActiveText.of(view);
        for (Cell cell : view.cells()) {
            MarkdownGuard guard = text.cells().get(cell.id());
            if (guard != null) {
                report(cell, guard, findings);
            }
            if (attachments) {
                files(cell).ifPresent(files -> attachments(cell.id(), files, findings));
            }
        }
    }

    private void report(Cell cell, MarkdownGuard guard, FindingSink findings) {
        List<Problem> mine = guard.problems().stream()
                .filter(problem -> problem.rule().equals(info.id()))
                .limit(MOST_IN_A_CELL)
                .toList();
        for (Problem problem : mine) {
            Fix fix = problem.mended()
                    ? Fix.safe(
                            "takes out what acts and keeps the text", new Fix.ReplaceCell(cell.id(), guard.cleaned()))
                    : Fix.instruct(cell.id(), "Let links lead where they say, to pages with https.");
            findings.report(Finding.of(info, problem.message())
                    .severity(problem.severity())
                    .cell(cell.id())
                    .line(line(cell.source(), problem.start()))
                    .remedy(problem.mended() ? "take it out; the text can stay" : "write a plain https address")
                    .fixes(fix)
                    .build());
        }
    }

    private static int line(String text, int at) {
        return 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static Optional<ObjectNode> files(Cell cell) {
        if (cell instanceof MarkdownCell markdown) {
            return markdown.attachments();
        }
        return cell instanceof RawCell raw ? raw.attachments() : Optional.empty();
    }

    private void attachments(String cellId, ObjectNode files, FindingSink findings) {
        files.properties().forEach(file -> {
            for (var part : file.getValue().properties()) {
                if (ActiveMedia.acts(part.getKey(), text(part.getValue()), true)) {
                    findings.report(
                            Finding.of(info, "the attachment " + file.getKey() + " can act (" + part.getKey() + ")")
                                    .cell(cellId)
                                    .remedy("attach a picture in a pixel format")
                                    .fixes(Fix.safe(
                                            "removes the attachment " + file.getKey(),
                                            new Fix.RemoveAttachment(cellId, file.getKey())))
                                    .build());
                    return;
                }
            }
        });
    }

    static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        StringBuilder all = new StringBuilder();
        value.forEach(line -> all.append(line.asText()));
        return all.toString();
    }
}
