package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the pip commands of a notebook install. */
public final class Requirements {
    /** Nobody reads more of one command, and each is searched for in its lines. */
    private static final int MOST = 200;

    private final List<Requirement> all;

    private Requirements(List<Requirement> all) {
        this.all = List.copyOf(all);
    }

    /** Every requirement, in order. */
    static List<Requirement> of(NotebookView view) {
        return view.derived(Requirements.class, Requirements::read).all;
    }

    private static Requirements read(NotebookView view) {
        List<Requirement> found = new ArrayList<>();
        List<CellAnalysis> cells = PythonCells.of(view);
        List<CodeCell> code = view.code();
        for (int i = 0; i < Math.min(cells.size(), code.size()); i++) {
            String[] lines = code.get(i).source().split("\n", -1);
            for (Command command : cells.get(i).commands()) {
                read(cells.get(i).cellId(), command, lines, found);
            }
        }
        return new Requirements(found);
    }

    private static void read(String cell, Command command, String[] lines, List<Requirement> found) {
        for (String line : PythonCells.shellLines(command)) {
            int install = installEnd(line);
            if (install >= 0) {
                List<String> words = Words.of(line.substring(install));
                for (String word : words.subList(0, Math.min(words.size(), MOST))) {
                    read(cell, word, command, lines, found);
                }
            }
        }
    }

    /** Where the packages of a {@code pip install} begin; -1 when the line is none. */
    public static int installEnd(String line) {
        int pip = line.indexOf("pip");
        int install = line.indexOf(" install ", Math.max(0, pip));
        return pip < 0 || install < 0 || line.stripLeading().startsWith("#") ? -1 : install + " install ".length();
    }

    private static void read(String cell, String word, Command command, String[] lines, List<Requirement> found) {
        int end = 0;
        while (end < word.length()
                && (Character.isLetterOrDigit(word.charAt(end)) || "._-".indexOf(word.charAt(end)) >= 0)) {
            end++;
        }
        if (end == 0 || word.startsWith("-") || word.contains("://") || word.contains("/")) {
            return;
        }
        String name = word.substring(0, end)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-')
                .replace('.', '-');
        int extras = word.charAt(Math.min(end, word.length() - 1)) == '[' ? word.indexOf(']', end) + 1 : end;
        VersionRange range = VersionRange.parse(word.substring(Math.max(end, extras)));
        found.add(new Requirement(cell, name, word, range, place(word, command.place(), lines)));
    }

    private static Place place(String word, Place command, String[] lines) {
        for (int i = command.line(); i <= Math.min(command.endLine(), lines.length); i++) {
            int at = lines[i - 1].indexOf(word);
            if (at >= 0) {
                int column = lines[i - 1].codePointCount(0, at) + 1;
                return Place.onLine(i, column, word.codePointCount(0, word.length()));
            }
        }
        return command;
    }
}
