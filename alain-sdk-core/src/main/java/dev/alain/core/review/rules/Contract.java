package dev.alain.core.review.rules;

import dev.alain.notebook.Cell;
import dev.alain.validation.Heading;
import dev.alain.validation.NotebookView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions that several rules ask of a notebook. */
final class Contract {
    private Contract() {}

    /** The text of the cell with an id; empty when there is none. */
    static String text(NotebookView notebook, String id) {
        return notebook.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .map(Cell::source)
                .findFirst()
                .orElse("");
    }

    static List<Heading> headings(NotebookView notebook, int level) {
        return notebook.headings().stream()
                .filter(heading -> heading.level() == level)
                .toList();
    }

    static List<Heading> steps(NotebookView notebook) {
        return headings(notebook, 2).stream()
                .filter(heading -> heading.text().startsWith("Step "))
                .toList();
    }

    /** The prose of each step, by the id of the cell that opens it. */
    static Map<String, String> stepTexts(NotebookView notebook) {
        Map<String, String> texts = new LinkedHashMap<>();
        String open = "";
        for (Cell cell : notebook.cells()) {
            if (cell.source().startsWith("## Step ")) {
                open = cell.id();
            } else if (!cell.id().startsWith("s") || cell.id().equals("summary")) {
                open = "";
            }
            if (!open.isEmpty() && cell.type().equals("markdown")) {
                texts.merge(open, cell.source(), (a, b) -> a + "\n" + b);
            }
        }
        return texts;
    }

    /** The places of the right answers in the quiz's data: numbers on lines of their own. */
    static List<Integer> answerPlaces(String code) {
        List<Integer> places = new ArrayList<>();
        for (String line : code.split("\n", -1)) {
            String text = line.strip();
            if (text.length() == 2 && Character.isDigit(text.charAt(0)) && text.endsWith(",")) {
                places.add(text.charAt(0) - '0');
            }
        }
        return places;
    }

    /** The id of a step's first cell; that of the title for what belongs to no step. */
    static String firstCell(NotebookView notebook, int step) {
        String id = "s%02d-c1".formatted(step);
        return notebook.cells().stream().anyMatch(cell -> cell.id().equals(id)) ? id : "title";
    }

    static boolean isExercise(Cell cell) {
        return cell.id().startsWith("ex-");
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
