package dev.alain.validators.packages;

import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validators.packages.InstallReader.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads installs from calls of Python, through a notebook's own functions and variables. */
final class InstallCalls {
    private static final Set<String> RUNNING = Set.of(
            "subprocess.run",
            "subprocess.call",
            "subprocess.check_call",
            "subprocess.check_output",
            "subprocess.Popen",
            "subprocess.getoutput",
            "subprocess.getstatusoutput",
            "os.system",
            "os.popen");
    private static final Set<String> IN_PIP = Set.of("pip.main", "pip._internal.main", "pip._internal.cli.main.main");

    /** A parameter of the notebook's own function that is installed. */
    private record Installer(String parameter, int position, boolean rest) {}

    private final PackageVariables variables;
    private final Map<String, Installer> installers = new HashMap<>();

    InstallCalls(PackageVariables variables) {
        this.variables = variables;
    }

    /** What a call installs; {@code lines} are those of its cell. */
    List<Read> read(Call call, String[] lines) {
        Installer own = installers.get(call.function());
        if (RUNNING.contains(call.function())) {
            return running(call, lines);
        }
        if (IN_PIP.contains(call.function())) {
            List<String> words = new ArrayList<>(List.of("pip"));
            call.arguments().forEach(argument -> addWords(argument, words));
            return words(words, call, lines);
        }
        if (own != null) {
            return own(call, own);
        }
        if (call.written().endsWith("run_line_magic") || call.written().endsWith(".system")) {
            List<String> words = new ArrayList<>();
            call.arguments().forEach(argument -> words.add(argument.string().orElse("")));
            return InstallReader.line(variables.filled(String.join(" ", words)));
        }
        return List.of();
    }

    private List<Read> running(Call call, String[] lines) {
        List<Read> reads = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument.keyword().isEmpty() && argument.string().isPresent()) {
                reads.addAll(InstallReader.line(argument.string().get()));
            } else if (argument.keyword().isEmpty()) {
                addWords(argument, words);
            }
        }
        boolean line = words.stream().anyMatch(word -> word.contains("install "));
        reads.addAll(line ? line(String.join(" ", words), call, lines) : words(words, call, lines));
        return reads;
    }

    private void addWords(Argument argument, List<String> words) {
        words.addAll(Quoted.texts(argument.text()));
        words.addAll(variables.all(argument.names()));
    }

    private List<Read> line(String line, Call call, String[] lines) {
        boolean learnt = learn(call, lines);
        return InstallReader.line(variables.filled(line)).stream()
                .map(read -> completed(read, call, learnt))
                .toList();
    }

    private List<Read> words(List<String> words, Call call, String[] lines) {
        return InstallReader.words(words)
                .map(read -> List.of(completed(read, call, learn(call, lines))))
                .orElse(List.of());
    }

    /** Something unknown is installed when nothing known is, unless the calls of the function around it tell. */
    private static Read completed(Read read, Call call, boolean learnt) {
        List<Requirement> found = new ArrayList<>(read.requirements());
        if (learnt) {
            found.removeIf(requirement -> requirement.kind() == Requirement.Kind.DYNAMIC);
        } else if (found.stream().noneMatch(r -> r.kind() == Requirement.Kind.PACKAGE)) {
            found.add(new Requirement(Requirement.Kind.DYNAMIC, call.written(), ""));
        }
        return new Read(read.tool(), found, read.editable());
    }

    /** Remembers the function around an install of its parameter. */
    private boolean learn(Call call, String[] lines) {
        int at = Math.min(call.place().line() - 1, lines.length - 1);
        while (call.context().inFunction() && at >= 0 && !lines[at].strip().startsWith("def ")) {
            at--;
        }
        String head = call.context().inFunction() && at >= 0 ? lines[at].strip() : "";
        int open = head.indexOf('(');
        int close = head.lastIndexOf(')');
        if (open < 0 || close < open) {
            return false;
        }
        String function = head.substring("def ".length(), open).strip();
        String[] parameters = head.substring(open + 1, close).split(",", -1);
        for (int i = 0; i < parameters.length; i++) {
            String parameter = parameters[i].split("[:=]", 2)[0].strip();
            String name = parameter.replace("*", "");
            if (reads(call, name)) {
                installers.put(function, new Installer(name, i, parameter.startsWith("*")));
                return true;
            }
        }
        return false;
    }

    private boolean reads(Call call, String name) {
        return !name.isEmpty()
                && call.arguments().stream()
                        .flatMap(argument -> argument.names().stream())
                        .anyMatch(read -> variables.origin(read).equals(name) || read.equals(name));
    }

    private List<Read> own(Call call, Installer own) {
        List<String> words = new ArrayList<>();
        int last = own.rest() ? call.arguments().size() : own.position() + 1;
        for (int i = own.position(); i < last; i++) {
            call.argument(own.parameter(), i)
                    .ifPresent(
                            argument -> argument.string().ifPresentOrElse(words::add, () -> addWords(argument, words)));
        }
        return List.of(completed(InstallReader.arguments("pip", words), call, false));
    }
}
