package dev.alain.validators.rules.security;

import dev.alain.validators.shell.ShellCommand;
import dev.alain.validators.shell.ShellText;
import dev.alain.validators.trace.CodeTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges shell commands of a notebook; knows what it fetched before. */
final class ShellDangers {
    static final Set<String> FETCHERS =
            Set.of("curl", "wget", "aria2c", "fetch", "lynx", "http", "https", "axel", "xh");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "ash", "fish", "csh", "tcsh");
    private static final Set<String> INTERPRETERS =
            Set.of("python", "python2", "python3", "perl", "ruby", "node", "php", "lua", "pwsh", "powershell");
    private static final Set<String> DECODERS =
            Set.of("base64", "base32", "xxd", "rev", "openssl", "gunzip", "zcat", "gzip", "uudecode", "tr");

    private final Set<String> fetched = new HashSet<>();
    private final Set<String> fetchedNow = new HashSet<>();
    private final InstallDangers installs = new InstallDangers();
    private final MachineDangers machine = new MachineDangers();

    /** Judges a text of shell commands; its first line is {@code line} of the cell. */
    void judge(String text, int line, Alarm alarm) {
        ShellText shell = ShellText.of(text);
        machine.judgeText(text, line, alarm);
        judgeAll(shell.commands(), line, alarm);
    }

    /** Judges a command given as words. */
    void judge(List<String> words, int line, Alarm alarm) {
        words.forEach(word -> machine.judgeText(word, line, alarm));
        judgeAll(ShellText.ofWords(words).commands(), line, alarm);
    }

    private void judgeAll(List<ShellCommand> commands, int line, Alarm alarm) {
        boolean forged = commands.stream()
                .anyMatch(c -> c.name().equals("mkfifo") || c.name().equals("mknod"));
        fetchedNow.clear();
        for (ShellCommand command : commands) {
            int where = line + command.line() - 1;
            runsFetched(command, where, alarm);
            installs.judge(command, where, alarm);
            machine.judge(command, forged, where, alarm);
            ShellLeaks.judge(command, where, alarm);
            code(command, where, alarm);
            fetched.addAll(fetched(command));
            fetchedNow.addAll(fetched(command));
        }
    }

    /** Python given on the command line is code like any other. */
    private static void code(ShellCommand command, int line, Alarm alarm) {
        String name = command.name();
        int at = command.words().indexOf("-c");
        boolean python =
                name.startsWith("python") && at > 0 && at + 1 < command.words().size();
        String text = python ? command.words().get(at + 1) : name.startsWith("python") ? command.input() : "";
        if (!text.isEmpty()) {
            CodeDangers inner = new CodeDangers(new ShellDangers());
            inner.judgeOn(CodeTrace.of("", text), line, alarm);
        }
    }

    private void runsFetched(ShellCommand command, int line, Alarm alarm) {
        String name = command.name();
        boolean runner = SHELLS.contains(name)
                || INTERPRETERS.contains(name)
                || Set.of("eval", "source", ".").contains(name);
        boolean each = command.wrappers().contains("xargs") && SHELLS.contains(name);
        if (!runner) {
            ranLater(command, line, alarm);
            return;
        }
        boolean piped = (runsInput(command) || each) && command.from().isPresent();
        List<ShellCommand> feeders = command.feeders();
        ShellCommand source = feeders.stream()
                .filter(c -> FETCHERS.contains(c.name()) || fetches(c.inside()))
                .findFirst()
                .orElse(null);
        if (piped && source != null) {
            alarm.error(
                    "SEC009", line, "runs what " + source.name() + " fetches, unseen (" + address(source) + name + ")");
        } else if (piped && feeders.stream().anyMatch(ShellDangers::decodes)) {
            alarm.error("SEC013", line, "runs text that is decoded on the way to " + name);
        }
        if (fetches(command.inside())
                && (!INTERPRETERS.contains(name)
                        || command.words().contains("-c")
                        || command.words().contains("<(…)"))) {
            alarm.error("SEC009", line, "runs what it fetches, unseen, with " + name);
        }
        if (command.inside().stream().anyMatch(ShellDangers::decodes) && !INTERPRETERS.contains(name)) {
            alarm.error("SEC013", line, "runs text that is decoded on the way to " + name);
        }
        ranLater(command, line, alarm);
    }

    private static boolean fetches(List<ShellCommand> commands) {
        return commands.stream()
                .anyMatch(c -> FETCHERS.contains(c.name())
                        || fetches(c.inside())
                        || c.feeders().stream().anyMatch(f -> FETCHERS.contains(f.name())));
    }

    private static boolean decodes(ShellCommand command) {
        boolean undoes = command.has('d', "--decode") || command.has('D', "--decode") || command.has('r', "-revert");
        boolean always = Set.of("rev", "gunzip", "zcat", "uudecode").contains(command.name());
        boolean letters = command.name().equals("tr")
                && command.arguments().toString().toLowerCase(Locale.ROOT).contains("n-za-m");
        return DECODERS.contains(command.name())
                && (always || letters || (undoes && !command.name().equals("tr")));
    }

    /** Whether an interpreter runs its standard input. */
    private static boolean runsInput(ShellCommand command) {
        if (Set.of("source", ".").contains(command.name())) {
            return command.operands().stream().anyMatch(Set.of("/dev/stdin", "-")::contains);
        }
        List<String> arguments = command.arguments();
        boolean code =
                arguments.stream().anyMatch(Set.of("-c", "-m", "-e", "-n", "-p", "-ne", "-pe", "-r", "-")::contains);
        if (SHELLS.contains(command.name())) {
            boolean script = !command.operands().isEmpty() && !command.has('s', "");
            return !command.has('c', "")
                    && (!script
                            || command.operands().contains("-")
                            || command.operands().contains("/dev/stdin"));
        }
        return arguments.contains("-")
                || arguments.contains("/dev/stdin")
                || (!code && command.operands().isEmpty());
    }

    /** Whether a program given as words runs its standard input. */
    static boolean runsInput(List<String> words) {
        return ShellText.ofWords(words).commands().stream()
                .anyMatch(c -> (SHELLS.contains(c.name()) || INTERPRETERS.contains(c.name())) && runsInput(c));
    }

    private static String address(ShellCommand source) {
        return source.operands().stream()
                .filter(word -> word.contains("://"))
                .findFirst()
                .map(url -> Address.host(url) + " | ")
                .orElse("");
    }

    /** A file that was fetched and is then run. */
    private void ranLater(ShellCommand command, int line, Alarm alarm) {
        String script = command.words().isEmpty()
                ? ""
                : SHELLS.contains(command.name()) || INTERPRETERS.contains(command.name())
                        ? command.operands().isEmpty() ? "" : command.operands().get(0)
                        : command.name();
        String file = script.substring(script.lastIndexOf('/') + 1);
        if (file.isEmpty() || !fetched.contains(file)) {
            return;
        }
        String message = "runs " + file + ", which it fetched before, without a look at it";
        if (fetchedNow.contains(file) || !INTERPRETERS.contains(command.name())) {
            alarm.error("SEC009", line, message);
        } else {
            alarm.warning("SEC009", line, message);
        }
    }

    private static List<String> fetched(ShellCommand command) {
        if (!FETCHERS.contains(command.name())) {
            return List.of();
        }
        List<String> files = new java.util.ArrayList<>();
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            boolean named = i + 1 < words.size()
                    && Set.of("-o", "-O", "--output", "--output-document").contains(words.get(i));
            String file = named ? words.get(i + 1) : words.get(i).contains("://") ? words.get(i) : "";
            files.add(file.substring(file.lastIndexOf('/') + 1));
        }
        files.addAll(command.targets().stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .toList());
        return files.stream().filter(file -> !file.isEmpty()).toList();
    }
}
