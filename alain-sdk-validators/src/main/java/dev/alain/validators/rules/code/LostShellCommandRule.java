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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shell lines do something that lasts, and ask nothing. */
final class LostShellCommandRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD012");
    private static final Map<String, String> INSTEAD = Map.of(
            "cd", "%cd",
            "export", "os.environ[…] = …, or %env",
            "source", "the command and what needs it in one line",
            "alias", "%alias",
            "pushd", "%cd",
            "popd", "%cd");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (CellAnalysis cell : CodeCells.of(view).all()) {
            cell.commands().stream()
                    .filter(command -> command.kind() == Command.Kind.SHELL)
                    .limit(CodeCells.MOST_PER_CELL)
                    .forEach(command -> finding(cell.cellId(), command).ifPresent(findings::report));
        }
    }

    private static Optional<Finding> finding(String cell, Command command) {
        String text = command.text().strip();
        List<String> words = List.of(text.split("\\s", -1));
        String first = words.get(0);
        boolean alone = text.indexOf('&') < 0 && text.indexOf(';') < 0 && text.indexOf('|') < 0;
        if (alone && INSTEAD.containsKey(first) && words.size() > 1) {
            return Optional.of(
                    Finding.of(INFO, "!" + first + " has no effect: each shell line runs in a shell of its own")
                            .cell(cell)
                            .place(command.place())
                            .remedy("use " + INSTEAD.get(first))
                            .fixes(Fix.instruct(cell, "Replace !" + first + " by " + INSTEAD.get(first) + "."))
                            .build());
        }
        return asks(words)
                ? Optional.of(Finding.of(INFO, "apt waits for an answer that nobody gives in a notebook")
                        .cell(cell)
                        .place(command.place())
                        .remedy("add -y")
                        .fixes(Fix.instruct(cell, "Add -y to the apt command."))
                        .build())
                : Optional.empty();
    }

    private static boolean asks(List<String> words) {
        int apt = Math.max(words.indexOf("apt-get"), words.indexOf("apt"));
        boolean installs = apt >= 0 && words.subList(apt, words.size()).contains("install");
        boolean answered = words.stream()
                .anyMatch(word -> word.equals("yes")
                        || word.equals("-y")
                        || word.equals("--yes")
                        || word.equals("--assume-yes")
                        || word.equals("-qq")
                        || word.startsWith("-") && !word.startsWith("--") && word.indexOf('y') > 0);
        return installs && apt <= 2 && !answered;
    }
}
