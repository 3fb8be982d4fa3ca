package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.RawCell;
import java.util.List;
import java.util.Locale;

/** What cells are there for, as far as rules of this family treat them apart. */
final class CellKinds {
    private static final List<String> INSTALLERS = List.of(
            "pip ",
            "pip3 ",
            "apt",
            "conda ",
            "mamba ",
            "uv ",
            "sudo apt",
            "git clone",
            "npm ",
            "brew ",
            "wget ",
            "curl ");

    private CellKinds() {}

    /** Whether nothing but installing, fetching and comments is in it. */
    static boolean installs(Cell cell) {
        boolean some = false;
        boolean goesOn = false;
        for (String line : cell.source().split("\n", -1)) {
            String text = line.strip();
            if (!goesOn && !text.isEmpty() && !text.startsWith("#") && !text.startsWith("%%")) {
                boolean escaped = text.startsWith("!") || text.startsWith("%");
                String command = escaped ? text.substring(1).stripLeading() : "";
                if (INSTALLERS.stream().noneMatch(command::startsWith)) {
                    return false;
                }
                some = true;
            }
            goesOn = text.endsWith("\\");
        }
        return some;
    }

    /** Whether it may stand before the title: a licence, front matter, or nothing at all. */
    static boolean isPreamble(Cell cell) {
        if (cell instanceof RawCell || cell.source().isBlank()) {
            return true;
        }
        String start = cell.source()
                .substring(0, Math.min(600, cell.source().length()))
                .toLowerCase(Locale.ROOT);
        boolean licence =
                start.contains("copyright") || start.contains("licensed under") || start.contains("spdx-license");
        return cell instanceof CodeCell && licence && cell.source().lines().allMatch(CellKinds::isCommentOrBlank);
    }

    private static boolean isCommentOrBlank(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** Whether IPython hands all of the cell to a magic that is no Python. */
    static boolean isForeign(Cell cell) {
        String first = cell.source().stripLeading();
        return first.startsWith("%%")
                && !first.startsWith("%%time")
                && !first.startsWith("%%capture")
                && !first.startsWith("%%prun");
    }
}
