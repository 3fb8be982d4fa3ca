package dev.alain.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.alain.notebook.Cell;
import dev.alain.notebook.Notebook;

/**
 * Figures of a notebook.
 *
 * @param words of markdown cells outside fenced code
 * @param tokens estimated: characters of all cells by 4
 * @param markdownShare of all cells, 0 to 1
 * @param readingMinutes 200 words of prose or 25 lines of code a minute, rounded up
 * @param readability Flesch-Kincaid school grade of the prose, one decimal; 0 without prose. Kincaid et al., 1975
 */
@JsonPropertyOrder({"cells", "code_cells", "words", "tokens", "markdown_share", "reading_minutes", "readability"})
public record NotebookMetrics(
        @JsonProperty("cells") int cells,
        @JsonProperty("code_cells") int codeCells,
        @JsonProperty("words") int words,
        @JsonProperty("tokens") int tokens,
        @JsonProperty("markdown_share") double markdownShare,
        @JsonProperty("reading_minutes") int readingMinutes,
        @JsonProperty("readability") double readability) {
    /** Figures of nothing. */
    public static final NotebookMetrics NONE = new NotebookMetrics(0, 0, 0, 0, 0, 0, 0);

    private static final double WORDS_A_MINUTE = 200;
    private static final double LINES_A_MINUTE = 25;

    /** The figures of a notebook. */
    public static NotebookMetrics of(Notebook notebook) {
        ProseCount prose = new ProseCount();
        long characters = 0;
        int markdown = 0;
        int code = 0;
        long lines = 0;
        for (Cell cell : notebook.cells()) {
            String source = cell.source();
            characters += source.length();
            switch (cell.type()) {
                case "markdown" -> {
                    markdown++;
                    prose.add(source);
                }
                case "code" -> {
                    code++;
                    lines += source.lines().filter(line -> !line.isBlank()).count();
                }
                default -> {}
            }
        }
        int cells = notebook.cells().size();
        double share = cells == 0 ? 0 : Math.round(markdown * 1000.0 / cells) / 1000.0;
        int minutes = (int) Math.ceil(prose.words() / WORDS_A_MINUTE + lines / LINES_A_MINUTE);
        return new NotebookMetrics(cells, code, prose.words(), (int) (characters / 4), share, minutes, prose.grade());
    }
}
