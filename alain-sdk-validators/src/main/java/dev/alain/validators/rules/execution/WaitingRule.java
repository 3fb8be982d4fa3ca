package dev.alain.validators.rules.execution;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;
import java.util.Set;

/** No cell waits for long, for ever or for somebody. */
final class WaitingRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("EXE002");
    private static final Set<String> SLEEPS = Set.of("time.sleep", "asyncio.sleep");
    private static final Set<String> QUESTIONS = Set.of("input", "getpass.getpass");
    private static final int MOST_OF_A_CELL = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        double longest = view.threshold("EXE002.seconds", 5);
        view.analysis().ifPresent(analysis -> analysis.cells().forEach(cell -> check(cell, longest, findings)));
    }

    private static void check(CellAnalysis cell, double longest, FindingSink findings) {
        // In a function it may be a generator or a server's thread.
        cell.constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.ENDLESS_LOOP)
                .filter(construct -> !construct.context().inFunction())
                .limit(MOST_OF_A_CELL)
                .forEach(loop -> {
                    String message = "the loop has no end: while " + loop.text();
                    report(cell, loop.place(), Severity.WARNING, message, findings);
                });
        cell.calls().stream()
                .filter(call -> isWait(call, longest))
                .limit(MOST_OF_A_CELL)
                .forEach(call -> {
                    if (QUESTIONS.contains(call.function())) {
                        report(cell, call.place(), Severity.WARNING, "a loop asks for input again and again", findings);
                    } else {
                        Severity severity = call.context().surelyRuns() ? Severity.WARNING : Severity.INFO;
                        report(
                                cell,
                                call.place(),
                                severity,
                                "the cell sleeps: " + call.written() + "(" + seconds(call) + ")",
                                findings);
                    }
                });
    }

    private static boolean isWait(Call call, double longest) {
        if (QUESTIONS.contains(call.function())) {
            return call.context().inLoop() && !call.context().inFunction();
        }
        return SLEEPS.contains(call.function())
                && Numbers.of(call.argument("secs", 0))
                        .filter(seconds -> seconds > longest)
                        .isPresent();
    }

    private static String seconds(Call call) {
        Optional<Constant> value = call.argument("secs", 0).flatMap(Argument::value);
        return value.map(Constant::text).orElse("");
    }

    private static void report(
            CellAnalysis cell, Place place, Severity severity, String message, FindingSink findings) {
        findings.report(Finding.of(INFO, message)
                .severity(severity)
                .cell(cell.cellId())
                .place(place)
                .remedy("wait for an event with a limit, stop after a number of rounds, ask only when interactive")
                .fixes(Fix.instruct(
                        cell.cellId(), "Let the cell end by itself without anybody's help: " + message + "."))
                .build());
    }
}
