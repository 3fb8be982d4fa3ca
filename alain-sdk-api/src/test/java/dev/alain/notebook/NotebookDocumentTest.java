package dev.alain.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NotebookDocumentTest {
    @Test
    void namesThePlaceOfEveryProblem() {
        assertThat(problems("""
                        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                          {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ""},
                          {"cell_type": "code", "id": "a", "metadata": {"tags": ["x", "x"]}, "source": 1,
                           "execution_count": -1, "outputs": [
                             {"output_type": "display_data", "data": {"text/plain": 2}, "metadata": {}, "transient": {}}]}]}
                        """))
                .containsExactly(
                        "cells[1].source: must be a string or an array of strings, found 1",
                        "cells[1].execution_count: must be an integer of at least 0, or null, found -1",
                        "cells[1].metadata.tags[1]: repeats \"x\"",
                        "cells[1].outputs[0]: has \"transient\", which this format does not allow here",
                        "cells[1].outputs[0].data[\"text/plain\"]: must be a string or an array of strings, found 2",
                        "cells[1].id: \"a\" is the id of an earlier cell too");
    }

    @Test
    void saysWhereTextStopsBeingJson() {
        assertThat(problems("{\n  \"nbformat\": 4,\n}"))
                .singleElement()
                .asString()
                .startsWith("line 3, column");
        assertThat(problems("[]")).containsExactly("notebook: must be a JSON object, found a JSON array");
        assertThat(problems("")).hasSize(1);
        assertThat(problems("{} {}")).hasSize(1);
        assertThat(problems("\ufeff{}")).singleElement().asString().contains("byte order mark");
    }

    @Test
    void survivesDepthThatWouldOverflowTheStack() {
        assertThat(problems("{\"a\":" + "[".repeat(100_000))).hasSize(1);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(NotebookDocument.read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                        .problems())
                .hasSize(1);
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        String text =
                "{\"cells\": [], \"metadata\": {\"acme\": {\"z\": [1.50, NaN, 12345678901234567890]}}, \"nbformat\": 4, \"nbformat_minor\": 5}";
        String written = new String(NotebookFormat.write(NotebookDocument.read(text.getBytes(UTF_8))), UTF_8);

        assertThat(written).contains("1.5", "NaN", "12345678901234567890");
    }

    @Test
    void handsOutCopiesOfOpenJson() {
        ObjectNode metadata = new ObjectMapper().createObjectNode().put("a", 1);
        Notebook notebook = Notebook.of(metadata, List.of(CodeCell.of("c", "x")));
        metadata.put("a", 2);
        notebook.metadata().put("a", 3);

        assertThat(notebook.metadata().path("a").asInt()).isEqualTo(1);
    }

    @Test
    void refusesToUpgradeWhatIsNoNotebook() {
        assertThatThrownBy(() -> NotebookFormat.upgrade(NotebookDocument.read("{}".getBytes(UTF_8)), CellIds.counter()))
                .isInstanceOf(NotebookFormatException.class)
                .hasMessageContaining("none of 2, 3 and 4");
    }

    @Test
    void upgradeMendsThePromptOfARunningCell() {
        String text = """
                {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [
                  {"cell_type": "code", "language": "python", "input": "x", "outputs": [], "prompt_number": "*"}]}]}
                """;

        assertThat(NotebookFormat.upgrade(NotebookDocument.read(text.getBytes(UTF_8)), CellIds.fromContent())
                        .code())
                .singleElement()
                .satisfies(cell -> assertThat(cell.executionCount()).isEmpty());
    }

    @Test
    void givesIdsThatFollowFromContent() {
        CellIds ids = CellIds.fromContent();
        String first = ids.next("code", "x = 1");

        assertThat(first).matches("[0-9a-f]{12}").isNotEqualTo(ids.next("code", "x = 1"));
        assertThat(CellIds.fromContent().next("code", "x = 1")).isEqualTo(first);
    }

    @Test
    void writingIsStableAndValidationNeverThrows() {
        Random random = new Random(11);
        for (JsonNode vector : Corpus.lines("vectors/validate.jsonl")) {
            String text = vector.path("notebook").toString();
            for (int i = 0; i < 40; i++) {
                NotebookDocument document =
                        NotebookDocument.read(mutated(text, random).getBytes(UTF_8));
                document.problems();
                document.notebook();
                if (document.json().isPresent() && document.problems().isEmpty()) {
                    byte[] once = NotebookFormat.write(document);
                    assertThat(NotebookFormat.write(NotebookDocument.read(once)))
                            .isEqualTo(once);
                }
            }
        }
    }

    /** Swaps, drops or doubles a character. */
    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at) + "[]{}\",:0nt".charAt(random.nextInt(10)) + text.substring(at + 1);
        };
    }

    private static List<String> problems(String text) {
        return NotebookDocument.read(text.getBytes(UTF_8)).problems().stream()
                .map(FormatProblem::toString)
                .toList();
    }
}
