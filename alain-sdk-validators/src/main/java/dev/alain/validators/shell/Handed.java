package dev.alain.validators.shell;

import dev.alain.validators.trace.Decoders;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Text that a command hands to a shell, and text that a pipe surely prints. */
final class Handed {
    static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "ash", "fish", "csh", "tcsh");

    private Handed() {}

    /** The text that a command runs as shell text. */
    static Optional<String> textOf(ShellCommand command) {
        boolean shell = SHELLS.contains(command.name());
        if (command.name().equals("eval")) {
            return Optional.of(String.join(" ", command.arguments()));
        }
        if (shell || command.name().equals("su")) {
            for (int i = 1; i + 1 < command.words().size(); i++) {
                String word = command.words().get(i);
                if (word.startsWith("-") && !word.startsWith("--") && word.endsWith("c")) {
                    return Optional.of(command.words().get(i + 1));
                }
            }
        }
        if (shell && !command.input().isEmpty()) {
            return Optional.of(command.input());
        }
        return shell ? command.from().flatMap(Handed::printed) : Optional.empty();
    }

    /** What a pipe surely prints. */
    static Optional<String> printed(ShellCommand command) {
        List<String> words = command.arguments();
        Optional<String> input =
                command.input().isEmpty() ? command.from().flatMap(Handed::printed) : Optional.of(command.input());
        return switch (command.name()) {
            case "echo", "printf" -> Optional.of(echoed(command));
            case "cat", "tee" -> input;
            case "base64", "openssl" -> input.map(text -> decodes(command) ? Decoders.named("base64", text) : text);
            case "base32" -> input.map(text -> Decoders.named("base32", text));
            case "rev" -> input.map(text -> new StringBuilder(text).reverse().toString());
            case "xxd" -> input.map(text -> command.has('r', "-revert") ? Decoders.named("hex", text) : text);
            case "tr" ->
                input.map(text ->
                        words.toString().toLowerCase(java.util.Locale.ROOT).contains("n-za-m")
                                ? Decoders.named("rot13", text)
                                : text);
            case "gunzip", "zcat" -> input.map(text -> Decoders.named("gzip", text));
            default -> Optional.empty();
        };
    }

    private static boolean decodes(ShellCommand command) {
        return command.has('d', "--decode") || command.has('D', "--decode");
    }

    private static String echoed(ShellCommand command) {
        List<String> words = command.arguments();
        int first = 0;
        while (first < words.size() && Set.of("-e", "-n", "-ne", "-en", "--").contains(words.get(first))) {
            first++;
        }
        String text = String.join(" ", words.subList(first, words.size()));
        if (command.name().equals("printf")
                && words.size() - first == 2
                && words.get(first).startsWith("%")) {
            text = words.get(first + 1);
        }
        return text.indexOf('\\') < 0 ? text : Decoders.named("unicode_escape", text);
    }
}
