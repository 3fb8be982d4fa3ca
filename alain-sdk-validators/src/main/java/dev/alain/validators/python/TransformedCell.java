package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CellAnalysis.Comment;
import java.util.List;

/**
 * A cell as Python gets it.
 *
 * @param language {@code python}, or what a cell magic hands the cell to
 * @param code Python of as many lines as the cell; blank for another language
 * @param leadingLines blank lines that IPython would have taken away
 * @param tokens about how many tokens and lines there are, blanks included
 */
record TransformedCell(
        String language,
        String code,
        PositionMap positions,
        List<Command> commands,
        List<Comment> comments,
        int leadingLines,
        int tokens) {
    TransformedCell {
        commands = List.copyOf(commands);
        comments = List.copyOf(comments);
    }

    boolean python() {
        return language.equals("python");
    }
}
