package dev.alain.validators.rules.security;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.Place;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.secrets.SecretExposure;
import dev.alain.validators.secrets.SecretNames;
import dev.alain.validators.secrets.SourcePositions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Code shows no secret. */
final class PrintedSecretRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC004");
    private static final int MOST_IN_A_CELL = 20;
    private static final Set<String> PRINTERS = Set.of(
            "print",
            "display",
            "pprint.pprint",
            "pprint.pp",
            "rich.print",
            "IPython.display.display",
            "sys.stdout.write",
            "sys.stderr.write",
            "warnings.warn",
            "streamlit.write",
            "click.echo");
    private static final Set<String> LOGGERS = Set.of("logging", "logger", "log", "_logger", "LOGGER", "console");
    private static final Set<String> LEVELS =
            Set.of("debug", "info", "warning", "warn", "error", "critical", "exception", "log", "print");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Map<String, CodeCell> cells = view.code().stream()
                .collect(Collectors.toMap(CodeCell::id, Function.identity(), (first, second) -> first));
        view.analysis()
                .ifPresent(code -> code.cells().forEach(cell -> {
                    CodeCell source = cells.get(cell.cellId());
                    if (source != null) {
                        new Cell(cell, source.source(), findings).check();
                    }
                }));
    }

    /** One cell and how much was reported of it. */
    private static final class Cell {
        private final CellAnalysis cell;
        private final String source;
        private final FindingSink findings;
        private int reported;

        Cell(CellAnalysis cell, String source, FindingSink findings) {
            this.cell = cell;
            this.source = source;
            this.findings = findings;
        }

        void check() {
            cell.calls().stream().filter(call -> isPrinter(call.function())).forEach(this::call);
            cell.constructs().stream()
                    .filter(construct -> construct.kind() == Construct.Kind.SHOWN_VALUE)
                    .forEach(shown -> SecretExposure.of(new SourcePositions(source).text(shown.place()))
                            .ifPresent(what -> report("the cell's last value shows " + what, shown.place())));
            cell.commands().forEach(this::command);
        }

        private void call(Call call) {
            Optional<String> shown = call.arguments().stream()
                    .filter(argument -> !Set.of("file", "sep", "end", "flush").contains(argument.keyword()))
                    .map(argument -> SecretExposure.of(argument.text()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> overEnvironment(call));
            shown.ifPresent(what -> report(call.written() + "() shows " + what, call.place()));
        }

        /** {@code for name, value in os.environ.items(): print(name, value)}. */
        private Optional<String> overEnvironment(Call call) {
            boolean all = call.context().inLoop()
                    && call.arguments().size() > 1
                    && cell.constructs().stream()
                            .anyMatch(loop -> loop.kind() == Construct.Kind.LOOP
                                    && loop.text().contains("os.environ.items()")
                                    && loop.place().line() < call.place().line()
                                    && loop.place().endLine() >= call.place().endLine());
            return all ? Optional.of("all of os.environ") : Optional.empty();
        }

        private void command(Command command) {
            String text = command.text().strip();
            boolean shell = command.kind() == Command.Kind.SHELL;
            boolean all = shell
                    ? Set.of("env", "printenv", "set", "export").contains(text)
                    : command.name().equals("env") && text.isEmpty();
            if (all) {
                report("the command shows every environment variable", command.place());
            } else if (shell && text.startsWith("echo ")) {
                variable(text).ifPresent(name -> report("the command shows " + name, command.place()));
            }
        }

        private static Optional<String> variable(String command) {
            for (int at = command.indexOf('$'); at >= 0; at = command.indexOf('$', at + 1)) {
                int start = at + (command.startsWith("{", at + 1) ? 2 : 1);
                int end = start;
                while (end < command.length()
                        && (Character.isLetterOrDigit(command.charAt(end)) || command.charAt(end) == '_')) {
                    end++;
                }
                if (end > start && SecretNames.isSecret(command.substring(start, end))) {
                    return Optional.of(command.substring(start, end));
                }
            }
            return Optional.empty();
        }

        private void report(String message, Place place) {
            if (reported++ < MOST_IN_A_CELL) {
                findings.report(Finding.of(INFO, message)
                        .cell(cell.cellId())
                        .place(place)
                        .remedy("say whether it is set, not what it is")
                        .fixes(Fix.instruct(
                                cell.cellId(), "Do not show the secret; say only whether it is set, with bool(...)."))
                        .build());
            }
        }
    }

    private static boolean isPrinter(String function) {
        int dot = function.lastIndexOf('.');
        if (PRINTERS.contains(function)) {
            return true;
        }
        String holder = dot < 0 ? "" : function.substring(function.lastIndexOf('.', dot - 1) + 1, dot);
        return LOGGERS.contains(holder) && LEVELS.contains(function.substring(dot + 1));
    }
}
