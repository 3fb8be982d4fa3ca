package dev.alain.validators.rules.structure;

import dev.alain.validation.NotebookView;
import dev.alain.validators.markdown.Prose;
import java.util.HashMap;
import java.util.Map;

/**
 * How many words of prose each markdown cell has, headings and code left out.
 *
 * @param byCell by cell id; cells without words are not there
 */
record Words(Map<String, Integer> byCell) {
    /** Chinese, Japanese and Thai put no spaces between words; two characters make about one. */
    private static final int CHARACTERS_A_WORD = 2;

    Words {
        byCell = Map.copyOf(byCell);
    }

    /** The words of a notebook, counted once for all rules. */
    static Words of(NotebookView view) {
        return view.derived(Words.class, Words::read);
    }

    /** The words of a cell. */
    int in(String cellId) {
        return byCell.getOrDefault(cellId, 0);
    }

    /** The words of all cells. */
    int total() {
        return byCell.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Words read(NotebookView view) {
        Map<String, Integer> words = new HashMap<>();
        Prose prose = Prose.of(view);
        for (Prose.Paragraph paragraph : prose.paragraphs()) {
            if (!paragraph.kind().equals("heading")) {
                words.merge(paragraph.cellId(), count(paragraph.text()), Integer::sum);
            }
        }
        for (Prose.Html html : prose.html()) {
            if (html.block()) {
                words.merge(html.cellId(), count(withoutTags(html.text())), Integer::sum);
            }
        }
        return new Words(words);
    }

    /** Runs of characters between blanks that hold a letter or a digit. */
    static int count(String text) {
        int words = 0;
        int unspaced = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isUnspaced(c)) {
                unspaced++;
                inside = false;
            } else if (Character.isWhitespace(c)) {
                inside = false;
            } else if (!inside && Character.isLetterOrDigit(c)) {
                words++;
                inside = true;
            }
        }
        return words + unspaced / CHARACTERS_A_WORD;
    }

    private static boolean isUnspaced(int c) {
        return Character.isIdeographic(c) || c >= 0x3040 && c < 0x3100 || c >= 0xe00 && c < 0xe80;
    }

    /** What HTML shows: everything outside tags and comments. */
    static String withoutTags(String html) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < html.length()) {
            int open = html.indexOf('<', i);
            text.append(html, i, open < 0 ? html.length() : open);
            if (open < 0) {
                break;
            }
            boolean comment = html.startsWith("<!--", open);
            int close = html.indexOf(comment ? "-->" : ">", open);
            text.append(' ');
            i = close < 0 ? html.length() : close + (comment ? 3 : 1);
        }
        return text.toString();
    }
}
