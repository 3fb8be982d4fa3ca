package dev.alain.validators.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands of a shell text, those inside others too.
 *
 * <p>Text that is handed to a shell ({@code sh -c}, {@code eval}, {@code echo … | base64 -d | sh}, here-documents) is
 * read as well. Constant variables of the text are filled in.
 */
public record ShellText(List<ShellCommand> commands) {
    /** How deep text in text is followed. */
    static final int MOST_DEPTH = 5;

    /** More commands than this are not read. */
    static final int MOST_COMMANDS = 500;

    /** Copies the list. */
    public ShellText {
        commands = List.copyOf(commands);
    }

    /** Reads a text; there is no text that cannot be read. */
    public static ShellText of(String text) {
        List<ShellCommand> all = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        read(text, variables, all, 0, 0);
        return new ShellText(all);
    }

    /** A command given as a list of words. */
    public static ShellText ofWords(List<String> words) {
        List<ShellCommand> all = new ArrayList<>();
        ShellCommand command = Wrappers.unwrapped(words, List.of(), java.util.Optional.empty(), List.of(), "", 1);
        all.add(command);
        Handed.textOf(command).ifPresent(text -> read(text, new HashMap<>(), all, 1, 0));
        return new ShellText(all);
    }

    /** Reads into a list; gives the commands of the outermost level. */
    static List<ShellCommand> read(
            String text, Map<String, String> variables, List<ShellCommand> all, int depth, int line) {
        if (depth > MOST_DEPTH || text.length() > 200_000) {
            return List.of();
        }
        return new ShellReader(text, variables, all, depth, line).commands();
    }
}
