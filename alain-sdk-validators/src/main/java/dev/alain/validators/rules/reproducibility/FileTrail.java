package dev.alain.validators.rules.reproducibility;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which files the cells so far may have made. Not thread-safe, one a notebook.
 *
 * <p>In doubt a file may be there: after a command or call whose files have no constant names, every file may be.
 */
final class FileTrail {
    private static final Set<String> QUIET_MAGICS = Set.of(
            "pip",
            "uv",
            "conda",
            "matplotlib",
            "load_ext",
            "autoreload",
            "time",
            "timeit",
            "env",
            "config",
            "capture",
            "reload_ext",
            "precision",
            "who",
            "whos",
            "pwd",
            "ls",
            "html",
            "HTML",
            "markdown",
            "javascript",
            "latex",
            "svg");

    private static final List<String> MAKING =
            List.of("create_", "generate_", "make_", "fetch_", "get_", "build_", "load_", "setup");
    private static final List<String> MADE =
            List.of("file", "data", "image", "sample", "audio", "video", "pdf", "asset", "setup");
    private static final int LONGEST_TEXT = 2000;

    private final Set<String> said = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final List<String> commands = new ArrayList<>();
    private boolean anything;

    /** Takes in all that a cell does. */
    void take(CellAnalysis cell) {
        if (!cell.language().equals("python") || cell.syntaxError().isPresent()) {
            anything = true;
        }
        cell.commands().forEach(this::take);
        cell.calls().forEach(this::take);
        cell.assignments().forEach(this::take);
        cell.imports().forEach(imported -> anything |= imported.module().startsWith("."));
    }

    /** Whether the file of a path may have been made. */
    boolean mayExist(String path) {
        String name = FileNames.name(path);
        if (anything || said.contains(name) || said.contains(stem(name))) {
            return true;
        }
        String plain = FileNames.plain(path);
        for (int slash = plain.indexOf('/'); slash >= 0; slash = plain.indexOf('/', slash + 1)) {
            if (folders.contains(plain.substring(0, slash))) {
                return true;
            }
        }
        String folder = FileNames.folder(path);
        return commands.stream().anyMatch(text -> text.contains(name) || !folder.isEmpty() && text.contains(folder));
    }

    /** A path in a table of settings may be made by whoever gets the table. */
    private void take(Assignment assignment) {
        boolean plain = assignment.value().isPresent()
                && assignment.value().get().kind() != CellAnalysis.Constant.Kind.COLLECTION;
        if (!plain && assignment.text().length() < LONGEST_TEXT && "[{(".indexOf(first(assignment.text())) >= 0) {
            mentionsIn(assignment.text());
        }
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static String stem(String name) {
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }

    private void take(Command command) {
        if (command.kind() == Command.Kind.SHELL) {
            shell(command.text());
        } else if (Set.of("bash", "sh", "script").contains(command.name())) {
            command.body()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(this::shell);
        } else if (command.name().equals("writefile") || command.name().equals("file")) {
            commands.add(command.text());
        } else if (!QUIET_MAGICS.contains(command.name())) {
            anything = true;
        }
    }

    /** A download says what it writes, unless the name is computed; other programs do not say. */
    private void shell(String text) {
        String line = text.strip();
        boolean download = line.startsWith("wget ") || line.startsWith("curl ") || line.startsWith("touch ");
        boolean computed = line.contains("$") || line.contains("{") || line.contains(" -i ") || line.contains(" -r ");
        boolean alone = !line.contains("|") && !line.contains("&&") && !line.contains(";");
        if (download && !computed && alone) {
            commands.add(line);
        } else if (!FileCalls.isHarmlessCommand(line)) {
            anything = true;
        } else if (!line.startsWith("pip") && !line.startsWith("ls")) {
            commands.add(line);
        }
    }

    private void take(Call call) {
        if (FileCalls.isReader(call) || FileCalls.isHarmless(call)) {
            return;
        }
        anything |= FileCalls.makesUnknownFiles(call) || isOwnMaker(call);
        for (Argument argument : call.arguments()) {
            argument.value().ifPresent(value -> mention(value.text()));
            if (argument.value().isEmpty() && argument.text().length() < LONGEST_TEXT) {
                mentionsIn(argument.text());
            }
        }
    }

    /** A function of the notebook's own whose name speaks of making files. */
    private static boolean isOwnMaker(Call call) {
        String name = call.function().toLowerCase(Locale.ROOT);
        return name.indexOf('.') < 0
                && MAKING.stream().anyMatch(name::contains)
                && MADE.stream().anyMatch(name::contains);
    }

    private void mention(String text) {
        boolean isText = text.indexOf(' ') >= 0 || text.indexOf('\'') >= 0 || text.indexOf('"') >= 0;
        if (isText || text.length() > LONGEST_TEXT) {
            commands.add(text);
            return;
        }
        int query = text.indexOf('?');
        said.add(FileNames.name(text));
        said.add(FileNames.name(query < 0 ? text : text.substring(0, query)));
        String plain = FileNames.plain(text);
        if (!plain.isEmpty()) {
            folders.add(plain);
        }
    }

    /** The text literals inside an argument that is not constant as a whole. */
    private void mentionsIn(String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean quote = c == '"' || c == '\'';
            if (quote && open >= 0 && text.charAt(open) == c) {
                mention(text.substring(open + 1, i));
                open = -1;
            } else if (quote && open < 0) {
                open = i;
            }
        }
    }
}
