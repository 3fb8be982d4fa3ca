package dev.alain.validators.rules.security;

import dev.alain.validators.trace.CallSite;
import dev.alain.validators.trace.CallSite.Given;
import dev.alain.validators.trace.CellTrace;
import dev.alain.validators.trace.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges what Python code calls. */
final class CodeDangers {
    private static final Set<String> TERMINALS = Set.of("pty.spawn", "pty.fork");
    private static final Set<String> NATIVE = Set.of("system", "execve", "mprotect", "VirtualAlloc", "popen");
    private static final Set<String> MADE_OF_BYTES = Set.of("types.FunctionType", "types.CodeType");
    private static final Set<String> KILLS = Set.of("os.kill", "os.killpg");
    private static final Set<String> CONNECTS = Set.of("connect", "connect_ex", "create_connection", "bind");
    private static final Set<String> OPENS = Set.of("open", "io.open", "pathlib.Path.open");
    private static final Set<String> WRITES_TEXT = Set.of("write_text", "write_bytes");
    private static final Set<String> UNLINKS = Set.of("unlink", "rmdir", "rmtree");
    private static final Set<String> CHANGES_USER = Set.of("os.setuid", "os.setgid", "os.seteuid");
    private static final List<String> LADDER =
            List.of("__class__", "__base__", "__bases__", "__mro__", "mro()", "__subclasses__()");
    private static final Set<String> RUNS_TEXT =
            Set.of("exec", "eval", "compile", "code.InteractiveInterpreter().runsource", "runpy.run_path");
    private static final Set<String> RUNS_CELLS = Set.of("run_cell", "run_cell_async", "run_code", "ex", "ev");
    private static final Set<String> PIPS = Set.of("pip.main", "pip._internal.main", "pip._internal.cli.main.main");
    private static final List<String> STREAMS = List.of("stdin", "stdout", "stderr");
    private static final Set<String> REMOVES = Set.of("os.remove", "os.unlink", "os.rmdir");
    private static final Set<String> REMOVES_ALL =
            Set.of("shutil.rmtree", "os.removedirs", "distutils.dir_util.remove_tree", "send2trash.send2trash");

    private final ShellDangers shell;
    private final LoadDangers loads = new LoadDangers();
    private final Set<String> connected = new HashSet<>();
    private int fixedLine;

    CodeDangers(ShellDangers shell) {
        this.shell = shell;
    }

    /** Judges code that stands on one line of a cell. */
    void judgeOn(CellTrace trace, int line, Alarm alarm) {
        fixedLine = line;
        judge(trace, alarm);
        fixedLine = 0;
    }

    void judge(CellTrace trace, Alarm alarm) {
        trace.calls().forEach(call -> judge(call, alarm));
        trace.assignments().forEach(assigned -> TlsDangers.judge(assigned, lineOf(assigned.line()), alarm));
    }

    private int lineOf(int line) {
        return fixedLine > 0 ? fixedLine : line;
    }

    void judge(CallSite call, Alarm alarm) {
        int line = lineOf(call.line());
        String function = call.function();
        if (RUNS_TEXT.contains(function)) {
            runsText(call, line, alarm);
        } else if (Known.SHELL_FUNCTIONS.contains(function) || Known.PROCESS_FUNCTIONS.contains(function)) {
            process(call, line, alarm);
        } else if (REMOVES.contains(function) || REMOVES_ALL.contains(function)) {
            removes(call, line, alarm);
        } else {
            tricks(call, line, alarm);
            files(call, line, alarm);
        }
        notebookShell(call, line, alarm);
        loads.judge(call, line, alarm);
        TlsDangers.judge(call, line, alarm);
        CodeLeaks.judge(call, line, alarm);
        ReachDangers.judge(call, line, alarm);
        ShownDangers.judge(call, line, alarm);
    }

    private static void runsText(CallSite call, int line, Alarm alarm) {
        Value code = call.arguments().isEmpty()
                ? Value.UNKNOWN
                : call.arguments().get(0).value();
        String name = call.function();
        if (code.isFrom("decoded") || code.isFrom("pieced")) {
            alarm.error("SEC013", line, name + " runs text that was encoded to hide it");
        } else if (code.isFrom("fetched")) {
            alarm.error("SEC009", line, name + " runs what it fetches, unseen");
        } else if (call.receiver().isFrom("hidden")) {
            alarm.error("SEC013", line, name + " is called in a way that hides it");
        } else if ((code.text().isEmpty() || code.isFrom("partial")) && !name.equals("runpy.run_path")) {
            alarm.warning("SEC007", line, name + " runs text that is made while the notebook runs");
        }
    }

    private void process(CallSite call, int line, Alarm alarm) {
        boolean shells = Known.SHELL_FUNCTIONS.contains(call.function()) || call.has("shell", true);
        Value command = call.argument("args", 0)
                .or(() -> call.argument("cmd", 0))
                .map(Given::value)
                .orElse(Value.UNKNOWN);
        List<String> words = call.function().startsWith("os.exec")
                        || call.function().startsWith("os.spawn")
                        || call.function().equals("asyncio.create_subprocess_exec")
                ? programAndWords(call)
                : command.isList() ? words(command) : List.of();
        String text = command.text().orElse("");
        if (call.receiver().isFrom("hidden")) {
            alarm.error("SEC013", line, call.function() + " is called in a way that hides it");
        }
        if (command.isFrom("decoded")) {
            alarm.error("SEC013", line, call.function() + " runs a command that was encoded to hide it");
        } else if (command.isFrom("fetched")) {
            alarm.error("SEC009", line, call.function() + " runs a command that it fetches");
        }
        if (!words.isEmpty()) {
            shell.judge(words, line, alarm);
            boolean one = shells && words.size() == 1;
            if (one) {
                shell.judge(words.get(0), line, alarm);
            }
        } else if (!text.isEmpty()) {
            judgeShell(text, line, alarm);
        }
        connects(call, words, line, alarm);
        boolean known = command.isKnown() && !command.isFrom("partial");
        if (shells && !known && (!command.isList() || call.has("shell", true))) {
            alarm.warning(
                    "SEC007", line, call.function() + " gives the shell a text that is made while the notebook runs");
        }
    }

    /** Streams of a program that are a connection's, or what something else fetches. */
    private void connects(CallSite call, List<String> words, int line, Alarm alarm) {
        for (String stream : STREAMS) {
            call.argument(stream, -1).ifPresent(given -> {
                boolean socket = given.value().name().startsWith("socket.")
                        || !connected.isEmpty() && given.text().endsWith(".fileno()");
                if (socket) {
                    alarm.error("SEC013", line, "gives a program's input and output to a connection");
                } else if (given.value().isFrom("fetched") && ShellDangers.runsInput(words)) {
                    alarm.error("SEC009", line, "runs what it fetches, unseen, with " + words.get(0));
                }
            });
        }
    }

    /** A text for a shell counts for one line of the cell. */
    private void judgeShell(String text, int line, Alarm alarm) {
        Alarm inner = new Alarm("");
        shell.judge(text, 1, inner);
        inner.dangers().forEach(danger -> {
            switch (danger.severity()) {
                case ERROR -> alarm.error(danger.rule(), line, danger.message());
                case WARNING -> alarm.warning(danger.rule(), line, danger.message());
                case INFO -> alarm.info(danger.rule(), line, danger.message());
            }
        });
    }

    private static List<String> words(Value list) {
        List<String> words = new java.util.ArrayList<>();
        for (Value item : list.items()) {
            words.add(item.text().orElse(item.name().equals("sys.executable") ? "python" : "{}"));
        }
        boolean module =
                words.size() > 1 && words.get(0).equals("{}") && words.get(1).equals("-m");
        if (module) {
            words.set(0, "python");
        }
        return words;
    }

    private static List<String> programAndWords(CallSite call) {
        List<String> words = new java.util.ArrayList<>();
        for (Given given : call.arguments()) {
            words.addAll(
                    given.value().isList()
                            ? words(given.value())
                            : List.of(given.value().text().orElse("{}")));
        }
        boolean twice = words.size() > 1
                && words.get(0).endsWith(words.get(1))
                && !call.function().startsWith("asyncio");
        return twice ? words.subList(1, words.size()) : words;
    }

    private static void removes(CallSite call, int line, Alarm alarm) {
        boolean recursive = REMOVES_ALL.contains(call.function());
        Value path = call.arguments().isEmpty()
                ? Value.UNKNOWN
                : call.arguments().get(0).value();
        if (path.isFrom("outside")) {
            alarm.error("SEC011", line, "deletes everything it finds outside the notebook's folder");
        }
        path.text()
                .filter(text -> !path.isFrom("partial") || text.startsWith("/"))
                .ifPresent(text -> MachineDangers.deletes(text, recursive, line, alarm));
    }

    private void tricks(CallSite call, int line, Alarm alarm) {
        String function = call.function();
        String simple = call.simpleName();
        if (simple.equals("__subclasses__") && LADDER.stream().anyMatch(function::contains)) {
            alarm.error("SEC013", line, "climbs to Python's classes to reach what is not imported");
        } else if (function.contains("__globals__")
                && (function.contains("system") || function.contains("popen") || simple.equals("eval"))) {
            alarm.error("SEC013", line, "reaches " + simple + " through another function's globals");
        } else if (TERMINALS.contains(function)) {
            alarm.error("SEC013", line, "hands a terminal over (" + function + ")");
        } else if (function.equals("os.dup2")
                && (!connected.isEmpty()
                        || call.arguments().stream()
                                .anyMatch(g -> g.value().name().contains("socket")))) {
            alarm.error("SEC013", line, "gives this process's input and output to a connection");
        } else if (function.startsWith("ctypes.") && NATIVE.contains(simple)) {
            alarm.error("SEC013", line, "calls " + simple + " past Python (ctypes)");
        } else if (function.equals("os.fork") && call.receiver().isFrom("endless")) {
            alarm.error("SEC013", line, "starts copies of itself without end (a fork bomb)");
        } else if (function.equals("os.fork")) {
            alarm.warning("SEC007", line, "os.fork copies the kernel");
        } else if (function.equals("crontab.CronTab")) {
            alarm.error("SEC013", line, "plans commands that outlive the notebook (CronTab)");
        } else if (PIPS.contains(function) && !call.arguments().isEmpty()) {
            List<String> words = new java.util.ArrayList<>(List.of("pip"));
            words.addAll(words(call.arguments().get(0).value()));
            shell.judge(words, line, alarm);
        } else if (MADE_OF_BYTES.contains(function)) {
            severe(call.takes("decoded"), "makes a function of bytes", line, alarm);
        } else if (function.equals("getattr()")
                || function.equals("__import__()")
                || function.startsWith("__import__().")) {
            alarm.warning("SEC007", line, "calls something whose name is made while the notebook runs");
        } else if (KILLS.contains(function)
                && !call.arguments().isEmpty()
                && Long.valueOf(-1).equals(call.arguments().get(0).value().data())) {
            alarm.error("SEC013", line, "kills every process");
        } else if (call.receiver().isFrom("hidden") && function.startsWith("socket.")) {
            alarm.error("SEC013", line, "opens a connection in a way that hides it");
        }
        if (function.startsWith("socket.") && CONNECTS.contains(simple)) {
            connected.add(function);
        }
    }

    private static void severe(boolean grave, String message, int line, Alarm alarm) {
        if (grave) {
            alarm.error("SEC013", line, message);
        } else {
            alarm.warning("SEC007", line, message);
        }
    }

    private static void files(CallSite call, int line, Alarm alarm) {
        String simple = call.simpleName();
        boolean opens = OPENS.contains(call.function());
        String mode = call.text("mode", 1);
        boolean writes = opens && (mode.contains("w") || mode.contains("a") || mode.contains("+"));
        String path = opens ? call.text("file", 0) : call.receiver().text().orElse("");
        boolean writesText = WRITES_TEXT.contains(simple);
        if ((writes || writesText) && MachineDangers.isSensitive(path)) {
            alarm.error("SEC013", line, "writes to " + path);
        } else if ((writes || writesText) && MachineDangers.isDisk(path)) {
            alarm.error("SEC013", line, "overwrites a disk");
        } else if (UNLINKS.contains(simple) && call.receiver().data() != null) {
            MachineDangers.deletes(path, simple.equals("rmtree"), line, alarm);
        } else if (simple.equals("unlink") && call.receiver().isFrom("outside")) {
            alarm.error("SEC011", line, "deletes everything it finds outside the notebook's folder");
        } else if (simple.equals("chmod") && givesAll(call)) {
            alarm.error("SEC019", line, "gives everybody every right (chmod 777)");
        } else if (CHANGES_USER.contains(call.function())) {
            alarm.warning("SEC019", line, "changes whose rights the kernel has (" + call.function() + ")");
        }
    }

    /** Whether the last argument is a mode with all rights for all. */
    private static boolean givesAll(CallSite call) {
        int position = call.function().equals("os.chmod") ? 1 : 0;
        return call.argument("mode", position)
                .filter(given -> given.value().data() instanceof Long mode && (mode & 511) == 511)
                .isPresent();
    }

    /** {@code get_ipython().system("…")} and its kin. */
    private void notebookShell(CallSite call, int line, Alarm alarm) {
        boolean ipython =
                call.function().startsWith("get_ipython().") || call.function().startsWith("IPython.get_ipython().");
        if (!ipython) {
            return;
        }
        if (RUNS_CELLS.contains(call.simpleName())) {
            runsText(call, line, alarm);
        }
        switch (call.simpleName()) {
            case "system", "getoutput", "system_raw", "system_piped", "getoutput_split" ->
                judgeShell(call.text("cmd", 0), line, alarm);
            case "run_line_magic", "magic" ->
                judgeShell(NotebookLines.shellOf("%" + call.text("", 0) + " " + call.text("", 1)), line, alarm);
            case "run_cell_magic" ->
                judgeShell(
                        NotebookLines.shellOf(
                                "%%" + call.text("", 0) + " " + call.text("", 1) + "\n" + call.text("", 2)),
                        line,
                        alarm);
            default -> {}
        }
    }
}
