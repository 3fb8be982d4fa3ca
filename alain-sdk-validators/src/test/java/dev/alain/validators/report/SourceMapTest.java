package dev.alain.validators.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.Cell;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SourceMapTest {
    @Test
    void findsTheLineAndColumnOfACanonicalFile() {
        NotebookDocument document = ReportSamples.read("""
                {"cells": [
                 {"cell_type": "markdown", "id": "m",
                  "source": [
                   "# T\u00eftle \ud83d\ude80 x\\n",
                   "\\"quoted\\" y"
                  ]}]}
                """);
        CellText text = SourceMap.of(document).cell("m").orElseThrow();

        assertThat(text.find(1, 1)).hasValueSatisfying(place -> at(place, 4, 5));
        assertThat(text.find(1, 11)).hasValueSatisfying(place -> at(place, 4, 15));
        assertThat(text.find(2, 1)).hasValueSatisfying(place -> at(place, 5, 5));
        assertThat(text.find(2, 10)).hasValueSatisfying(place -> at(place, 5, 16));
        assertThat(text.find(9, 1)).hasValueSatisfying(place -> at(place, 5, 17));
    }

    private static void at(FilePlace place, int line, int column) {
        assertThat(place.line()).isEqualTo(line);
        assertThat(place.column()).isEqualTo(column);
    }

    @Test
    void everyCharacterOfRandomTextsIsFound() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String text = text(random);
            ObjectNode cell = JsonText.MAPPER.createObjectNode().put("cell_type", "code");
            String source = random.nextBoolean() ? quoted(text, random) : list(text, random);
            String json =
                    "{\"metadata\": {\"\u00e9\": [1]},\n\"cells\": [7, {\"source\": 1}, {\"id\": \"a\", \"source\":"
                            + source + ", \"cell_type\": \"code\"}, " + cell + "]}";

            everyCharacterIsFound(ReportSamples.read(json));
        }
    }

    @Test
    void everyCharacterOfRealNotebooksIsFound() throws IOException {
        List<Path> real = ReportSamples.realNotebooks();
        for (Path file : real.subList(0, Math.min(25, real.size()))) {
            everyCharacterIsFound(NotebookDocument.read(file));
        }
    }

    @Test
    void whatIsNoNotebookHasNoPlaces() {
        for (String json :
                List.of("", "[]", "{\"cells\": 3}", "{\"worksheets\": [{\"cells\": [{\"input\": \"x\"}]}]}")) {
            assertThat(SourceMap.of(ReportSamples.read(json)).cell("c1")).isEmpty();
        }
    }

    private static void everyCharacterIsFound(NotebookDocument document) {
        SourceMap map = SourceMap.of(document);
        byte[] bytes = document.bytes();
        String[] lines = new String(bytes, UTF_8).split("\n", -1);
        for (Cell cell : NotebookView.of(document).cells()) {
            var text = map.cell(cell.id());
            int line = 1;
            int column = 1;
            boolean known = text.isPresent() && !cell.source().isEmpty();
            for (int c : known ? cell.source().codePoints().toArray() : new int[0]) {
                FilePlace place = text.orElseThrow().find(line, column).orElseThrow();
                assertThat(decoded(bytes, place.offset())).isEqualTo(Character.toString(c));
                String before = lines[place.line() - 1];
                String rest = before.substring(before.offsetByCodePoints(0, place.column() - 1));
                assertThat(new String(bytes, place.offset(), Math.min(8, bytes.length - place.offset()), UTF_8))
                        .startsWith(rest.substring(0, 1));
                line += c == '\n' ? 1 : 0;
                column = c == '\n' ? 1 : column + 1;
            }
        }
    }

    /** The character at an offset, looked for in the next string when it stands at the end of one. */
    private static String decoded(byte[] bytes, int offset) {
        int from = offset;
        while (bytes[from] == '"') {
            from++;
            while (bytes[from] != '"') {
                from++;
            }
            from++;
        }
        JsonStringScan scan = new JsonStringScan(bytes, new FilePlace(from, 1, 1));
        scan.step();
        String one = new String(bytes, from, scan.place().offset() - from, UTF_8);
        try {
            return JsonText.MAPPER.readTree('"' + one + '"').textValue();
        } catch (IOException e) {
            throw new AssertionError(one, e);
        }
    }

    private static String text(Random random) {
        String[] parts = {"a", "\n", "\u00e9", "\ud83d\ude80", "\"", "\\", "\t", "\r\n", "", "\u2028", "x = 1\n", "\n\n"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static String list(String text, Random random) {
        List<String> strings = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + random.nextInt(6));
            end += end > 0 && end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
            strings.add(quoted(text.substring(at, end), random));
            at = end;
        }
        return "[" + String.join(random.nextBoolean() ? "," : ",\n  ", strings) + "]";
    }

    /** A JSON string in which any character may be escaped. */
    private static String quoted(String text, Random random) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean surrogate = Character.isSurrogate(c);
            if (!surrogate && c >= ' ' && c != '"' && c != '\\' && random.nextInt(4) > 0) {
                json.append(c);
            } else {
                json.append(surrogate || random.nextBoolean() ? "\\u%04x".formatted((int) c) : shortForm(c));
            }
        }
        return json.append('"').toString();
    }

    private static String shortForm(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> String.valueOf(c);
        };
    }
}
