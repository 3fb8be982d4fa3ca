package dev.alain.validators.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands that run the command behind them. */
final class Wrappers {
    /** With the options that take a word of their own. */
    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry("sudo", Set.of("-u", "-g", "-h", "-p", "--user")),
            Map.entry("doas", Set.of("-u")),
            Map.entry("env", Set.of("-u", "-C", "-S")),
            Map.entry("nohup", Set.of()),
            Map.entry("time", Set.of("-f", "-o")),
            Map.entry("command", Set.of()),
            Map.entry("builtin", Set.of()),
            Map.entry("exec", Set.of("-a")),
            Map.entry("nice", Set.of("-n")),
            Map.entry("ionice", Set.of("-c", "-n")),
            Map.entry("stdbuf", Set.of("-o", "-i", "-e")),
            Map.entry("timeout", Set.of("-s", "-k")),
            Map.entry("busybox", Set.of()),
            Map.entry("setsid", Set.of()),
            Map.entry("chroot", Set.of()),
            Map.entry("xargs", Set.of("-I", "-n", "-P", "-d", "-L")));

    /** Words of the shell's grammar that stand before a command. */
    private static final Set<String> GRAMMAR =
            Set.of("if", "then", "else", "elif", "while", "until", "do", "!", "{", "fi", "done", "}", "(", "esac");

    private Wrappers() {}

    static ShellCommand unwrapped(
            List<String> written,
            List<ShellCommand> inside,
            Optional<ShellCommand> from,
            List<String> targets,
            String input,
            int line) {
        List<String> words = new ArrayList<>(written);
        List<String> wrappers = new ArrayList<>();
        while (!words.isEmpty()) {
            String name = name(words.get(0));
            if (isAssignment(words.get(0))) {
                wrappers.add(words.remove(0));
            } else if (GRAMMAR.contains(name)) {
                words.remove(0);
            } else if (NAMES.containsKey(name) && words.size() > 1) {
                wrappers.add(name);
                words.remove(0);
                dropOptions(words, NAMES.get(name), wrappers);
            } else {
                words.set(0, name);
                break;
            }
        }
        return new ShellCommand(wrappers, words, inside, from, targets, input, line);
    }

    private static void dropOptions(List<String> words, Set<String> withWord, List<String> wrappers) {
        String wrapper = wrappers.get(wrappers.size() - 1);
        while (!words.isEmpty() && (words.get(0).startsWith("-") || isAssignment(words.get(0)))) {
            String option = words.remove(0);
            boolean takes = withWord.contains(option);
            if (isAssignment(option)) {
                wrappers.add(option);
            }
            if (takes && !words.isEmpty()) {
                words.remove(0);
            }
        }
        boolean leading = Set.of("timeout", "chroot").contains(wrapper) && words.size() > 1;
        if (leading) {
            words.remove(0);
        }
    }

    static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        if (equals <= 0 || Character.isDigit(word.charAt(0))) {
            return false;
        }
        return word.substring(0, equals).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    private static String name(String word) {
        String last = word.substring(word.lastIndexOf('/') + 1);
        return (last.isEmpty() ? word : last).toLowerCase(Locale.ROOT);
    }
}
