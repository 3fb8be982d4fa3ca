package dev.alain.validators.rules.security;

import dev.alain.validators.shell.ShellCommand;
import dev.alain.validators.trace.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges commands that send credentials away. */
final class ShellLeaks {
    private static final Set<String> SENDERS = Set.of(
            "curl",
            "wget",
            "nc",
            "ncat",
            "netcat",
            "telnet",
            "socat",
            "ftp",
            "tftp",
            "http",
            "https",
            "xh",
            "mail",
            "sendmail",
            "rclone");
    private static final Set<String> COPIERS = Set.of("scp", "rsync", "sftp");
    private static final Set<String> SHOWS = Set.of("env", "printenv", "set", "export", "declare");

    private ShellLeaks() {}

    static void judge(ShellCommand command, int line, Alarm alarm) {
        boolean sends = SENDERS.contains(command.name());
        if (!sends && !COPIERS.contains(command.name())) {
            return;
        }
        List<String> read = new ArrayList<>(withoutKeys(command));
        read.addAll(command.targets());
        read.add(command.input());
        List<ShellCommand> sources = new ArrayList<>(command.feeders());
        sources.addAll(command.inside());
        command.inside().forEach(inner -> sources.addAll(inner.feeders()));
        boolean environment = false;
        for (ShellCommand source : sources) {
            read.addAll(source.arguments());
            read.addAll(source.targets());
            environment |= SHOWS.contains(source.name()) && source.operands().isEmpty();
        }
        String file = read.stream()
                .filter(word ->
                        Credentials.isIn(word.startsWith("<") || word.startsWith("@") ? word.substring(1) : word))
                .findFirst()
                .orElse("");
        if (environment) {
            alarm.error("SEC024", line, "sends the whole environment away with " + command.name());
        } else if (!file.isEmpty() && !file.contains("://")) {
            alarm.error("SEC024", line, "sends " + file + " away with " + command.name());
        } else {
            variables(command, line, alarm);
        }
    }

    /** Words that are not the file of a key to log in with, and no headers. */
    private static List<String> withoutKeys(ShellCommand command) {
        List<String> words = new ArrayList<>();
        for (int i = 1; i < command.words().size(); i++) {
            boolean key =
                    COPIERS.contains(command.name()) && command.words().get(i).equals("-i")
                            || Set.of("--key", "--cert", "--cacert", "--netrc-file", "-K")
                                    .contains(command.words().get(i));
            i += key ? 1 : 0;
            if (!key) {
                words.add(command.words().get(i));
            }
        }
        return words;
    }

    private static void variables(ShellCommand command, int line, Alarm alarm) {
        String address = command.operands().stream()
                .filter(word -> word.contains("://") || word.contains("."))
                .findFirst()
                .orElse("");
        for (String name : Known.SECRET_VARIABLES.keySet()) {
            boolean used = command.text().contains("$" + name) || command.text().contains("${" + name);
            boolean header = command.arguments().stream()
                    .anyMatch(word -> word.contains("$" + name)
                            && word.toLowerCase(java.util.Locale.ROOT).startsWith("authorization"));
            boolean stranger = !Address.isOf(Address.host(address), Known.SECRET_VARIABLES.get(name))
                    && !Address.isLocal(Address.host(address));
            if (used && (Address.isCapture(command.text()) || (stranger && (!header || Address.isPlain(address))))) {
                alarm.error("SEC024", line, "sends " + name + " to " + Address.host(address));
            }
        }
    }
}
