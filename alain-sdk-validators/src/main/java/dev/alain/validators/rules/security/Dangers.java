package dev.alain.validators.rules.security;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CodeAnalysis;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.NotebookView;
import dev.alain.validators.trace.CallSite;
import dev.alain.validators.trace.CellTrace;
import dev.alain.validators.trace.CodeTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything dangerous in the code of a notebook.
 *
 * <p>Two readers look at it: the trace, which sees through tricks and broken code, and the analysis, which knows the
 * grammar. What either finds counts.
 */
record Dangers(List<Danger> all) {
    Dangers {
        all = List.copyOf(all);
    }

    static Dangers of(NotebookView view) {
        return view.derived(Dangers.class, Dangers::read);
    }

    private static Dangers read(NotebookView view) {
        ShellDangers shell = new ShellDangers();
        CodeDangers code = new CodeDangers(shell);
        Map<String, CellAnalysis> analyses = new HashMap<>();
        view.analysis().map(CodeAnalysis::cells).orElse(List.of()).forEach(cell -> analyses.put(cell.cellId(), cell));
        Map<String, CellTrace> traces = new HashMap<>();
        CodeTrace.of(view).cells().forEach(trace -> traces.put(trace.cellId(), trace));
        List<Danger> all = new ArrayList<>();
        for (CodeCell cell : view.code()) {
            Alarm alarm = new Alarm(cell.id());
            CellTrace trace = traces.get(cell.id());
            CellAnalysis analysis = analyses.get(cell.id());
            if (trace != null) {
                trace.commands().forEach(line -> line(line, shell, alarm));
                code.judge(trace, alarm);
            }
            if (analysis != null && analysis.parsed()) {
                analysis.calls().forEach(call -> code.judge(site(call), alarm));
            }
            all.addAll(alarm.dangers());
        }
        return new Dangers(all);
    }

    private static void line(CellTrace.Line line, ShellDangers shell, Alarm alarm) {
        String text = NotebookLines.shellOf(line.text());
        if (!text.isEmpty()) {
            shell.judge(text, line.line(), alarm);
        }
        ShownDangers.judge(line, alarm);
        settings(line, alarm);
        String fetched = NotebookLines.fetchedBy(line.text());
        if (!fetched.isEmpty()) {
            alarm.error("SEC009", line.line(), "runs or loads code of " + Address.host(fetched) + ", unseen");
        }
    }

    /** Variables of the environment and files of requirements. */
    private static void settings(CellTrace.Line line, Alarm alarm) {
        String[] parts = line.text().split("[ \t\n]+", 3);
        if (Set.of("%env", "%set_env").contains(parts[0]) && parts.length > 1) {
            boolean spaced = parts.length > 2 && parts[1].indexOf('=') < 0;
            EnvironmentDangers.judge(spaced ? parts[1] + "=" + parts[2].strip() : parts[1], line.line(), alarm);
        }
        boolean written = Set.of("%%writefile", "%%file").contains(parts[0]) && parts.length > 2;
        int end = line.text().indexOf('\n');
        if (written && end >= 0) {
            String first = line.text().substring(0, end).strip();
            boolean list = first.endsWith(".txt") && first.contains("require") || first.endsWith("pip.conf");
            if (list) {
                InstallDangers.judgeFile(line.text().substring(end + 1), line.line() + 1, alarm);
            }
        }
    }

    private static CallSite site(CellAnalysis.Call call) {
        return CallSite.of(
                call.function(),
                call.arguments().stream()
                        .map(argument -> CallSite.given(argument.keyword(), argument.text(), argument.value()))
                        .toList(),
                call.place().line());
    }
}
