package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.validation.NotebookView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where names may come from that no reader of the code can see.
 *
 * <p>A cell that runs another file, restores stored variables or writes to the namespace may define anything after it;
 * one that cannot be read may define what stands in it.
 */
final class NameOrigins {
    private static final Set<String> DEFINING =
            Set.of("run", "load", "loadpy", "store", "R", "sql", "bigquery", "julia", "octave", "matlab", "pylab");
    private static final Set<String> NAMESPACES = Set.of("exec", "globals", "locals", "vars", "setattr", "eval");

    /** What Spark services such as Databricks and Fabric define before the first cell. */
    private static final Set<String> OF_SERVICES =
            Set.of("spark", "sc", "sqlContext", "dbutils", "mssparkutils", "notebookutils", "displayHTML");

    private final int firstUnseen;
    private final Map<String, Integer> unread;
    private final Set<String> commentedOut;

    private NameOrigins(int firstUnseen, Map<String, Integer> unread, Set<String> commentedOut) {
        this.firstUnseen = firstUnseen;
        this.commentedOut = commentedOut;
        this.unread = unread;
    }

    static NameOrigins of(NotebookView view) {
        return view.derived(NameOrigins.class, NameOrigins::read);
    }

    private static NameOrigins read(NotebookView view) {
        CodeCells cells = CodeCells.of(view);
        int first = Integer.MAX_VALUE;
        Map<String, Integer> unread = new HashMap<>();
        Set<String> commentedOut = new HashSet<>();
        for (int i = 0; i < cells.all().size(); i++) {
            CellAnalysis cell = cells.all().get(i);
            if (first == Integer.MAX_VALUE && definesUnseen(cell)) {
                first = i;
            }
            cell.comments().forEach(comment -> assigned(comment.text()).ifPresent(commentedOut::add));
            if (cell.syntaxError().isPresent()) {
                for (String word : words(cells.source(cell.cellId()))) {
                    unread.putIfAbsent(word, i);
                }
            }
        }
        return new NameOrigins(first, unread, commentedOut);
    }

    /** Whether a cell before this one, or itself, may define the name unseen. */
    boolean mayDefine(String name, int cell) {
        Integer written = unread.get(name);
        return firstUnseen <= cell
                || written != null && written < cell
                || commentedOut.contains(name)
                || OF_SERVICES.contains(name);
    }

    /** The name that a line of code behind a number sign assigns. */
    private static Optional<String> assigned(String comment) {
        String code = comment.substring(1).strip();
        int end = 0;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String rest = code.substring(end).stripLeading();
        return end > 0 && rest.startsWith("=") && !rest.startsWith("==")
                ? Optional.of(code.substring(0, end))
                : Optional.empty();
    }

    private static boolean definesUnseen(CellAnalysis cell) {
        return cell.commands().stream().anyMatch(NameOrigins::definesUnseen)
                || cell.calls().stream().anyMatch(NameOrigins::writesNamespace);
    }

    private static boolean definesUnseen(Command command) {
        return switch (command.kind()) {
            case SHELL -> false;
            case LINE_MAGIC -> DEFINING.contains(command.name());
            case CELL_MAGIC ->
                DEFINING.contains(command.name()) || command.text().contains("-o ");
        };
    }

    private static boolean writesNamespace(Call call) {
        return NAMESPACES.contains(call.function())
                || call.written().endsWith("user_ns.update")
                || call.written().endsWith(".run_line_magic")
                        && call.arguments().stream()
                                .anyMatch(a ->
                                        a.string().filter(DEFINING::contains).isPresent());
    }

    private static Set<String> words(String source) {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= source.length(); i++) {
            boolean part = i < source.length() && Character.isJavaIdentifierPart(source.charAt(i));
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                words.add(source.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
