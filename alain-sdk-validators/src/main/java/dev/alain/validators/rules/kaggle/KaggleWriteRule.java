package dev.alain.validators.rules.kaggle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.colab.Blocks;
import dev.alain.validators.rules.colab.DataFile;
import dev.alain.validators.rules.colab.PerCell;
import dev.alain.validators.rules.colab.PythonCells;
import dev.alain.validators.rules.colab.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files are written where Kaggle keeps them. */
final class KaggleWriteRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("KAG002");
    private static final JsonNode WRITERS = DataFile.json(KaggleWriteRule.class, "kaggle-writers.json");
    private static final List<String> ALLOWED = List.of("/kaggle/working", "/kaggle/temp", "/tmp", "/dev");
    private static final Set<String> GUARDS = Set.of("colab", "exists", "platform", "local", "environ");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (!view.hasProfile("kaggle")) {
            return;
        }
        FindingSink capped = PerCell.atMost(5, findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Call call : cell.calls()) {
                path(call).ifPresent(path -> report(view, cell.cellId(), call.place(), path, capped));
            }
            for (Command command : cell.commands()) {
                for (String line : PythonCells.shellLines(command)) {
                    path(Words.of(line)).ifPresent(path -> report(view, cell.cellId(), command.place(), path, capped));
                }
                if (command.name().equals("writefile") || command.name().equals("file")) {
                    List<String> words = Words.of(command.text());
                    if (!words.isEmpty()) {
                        report(view, cell.cellId(), command.place(), words.get(words.size() - 1), capped);
                    }
                }
            }
        }
    }

    /** The constant path that a call writes; empty for none. */
    private static Optional<String> path(Call call) {
        String method = call.function().substring(call.function().lastIndexOf('.') + 1);
        if (call.function().equals("open") || call.function().equals("io.open")) {
            String mode = call.argument("mode", 1).flatMap(Argument::string).orElse("r");
            boolean writes = mode.indexOf('w') >= 0 || mode.indexOf('a') >= 0 || mode.indexOf('x') >= 0;
            return writes ? call.argument("file", 0).flatMap(Argument::string) : Optional.empty();
        }
        JsonNode writer = WRITERS.path("functions").path(call.function());
        JsonNode found = writer.isMissingNode() ? WRITERS.path("methods").path(method) : writer;
        boolean isMethod = call.function().indexOf('.') > 0;
        return found.isMissingNode() || !isMethod
                ? Optional.empty()
                : call.argument(
                                found.path("keyword").asText(),
                                found.path("position").asInt())
                        .flatMap(Argument::string);
    }

    /** The path that a shell line writes; empty for none. */
    private static Optional<String> path(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean into = Set.of(">", ">>", "-O", "-P", "-d", "-o", "--output", "--local-dir")
                    .contains(words.get(i));
            if (into && words.get(i + 1).startsWith("/")) {
                return Optional.of(words.get(i + 1));
            }
        }
        boolean last = words.size() > 1 && Set.of("mkdir", "touch", "cp", "mv").contains(words.get(0));
        return last ? Optional.of(words.get(words.size() - 1)) : Optional.empty();
    }

    private static void report(NotebookView view, String cell, Place place, String path, FindingSink findings) {
        boolean absolute = path.startsWith("/") && path.chars().noneMatch(Character::isWhitespace);
        boolean allowed = ALLOWED.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        if (!absolute || allowed || Blocks.of(view).guardedBy(GUARDS, cell, place.line())) {
            return;
        }
        boolean input = path.equals("/kaggle/input") || path.startsWith("/kaggle/input/");
        String working = "/kaggle/working/" + path.substring(path.lastIndexOf('/') + 1);
        findings.report(Finding.of(
                        INFO,
                        input
                                ? path + " cannot be written: /kaggle/input is read-only"
                                : path + " is not kept: Kaggle saves what is below /kaggle/working")
                .severity(input ? Severity.ERROR : Severity.WARNING)
                .cell(cell)
                .place(place)
                .remedy("write to " + working + ", or to a relative path")
                .fixes(Fix.instruct(cell, "Write to " + working + " instead of " + path + "."))
                .build());
    }
}
