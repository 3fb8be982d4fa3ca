package dev.alain.validators.rules.colab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookView;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BlocksTest {
    private static Blocks blocks(String source) {
        Notebook notebook = Notebook.of(JsonNodeFactory.instance.objectNode(), List.of(CodeCell.of("c", source)));
        return Blocks.of(NotebookView.of(NotebookDocument.read(notebook.toBytes())));
    }

    @Test
    void headersAreInnermostFirst() {
        Blocks blocks = blocks("def f(x):\n    if COLAB:\n        g(\n            1)\n    h()\ni()");

        assertThat(blocks.around("c", 4)).containsExactly("if COLAB:", "def f(x):");
        assertThat(blocks.around("c", 5)).containsExactly("def f(x):");
        assertThat(blocks.around("c", 6)).isEmpty();
        assertThat(blocks.function("c", 4)).contains("f");
    }

    @Test
    void elseKnowsItsCondition() {
        Blocks blocks = blocks("if a:\n    x\nelif b:\n    y\nelse:\n    z");

        assertThat(blocks.around("c", 6)).containsExactly("else: if a:");
        assertThat(blocks.guardedBy(Set.of("if a"), "c", 6)).isTrue();
    }

    @Test
    void aLineMayBeItsOwnHeader() {
        assertThat(blocks("if COLAB: import x").around("c", 1)).containsExactly("if COLAB: import x");
    }

    @Test
    void textOfSeveralLinesEndsNoBlock() {
        Blocks blocks = blocks("if a:\n    t = \"\"\"\nif b:\n\"\"\"\n    x");

        assertThat(blocks.around("c", 5)).containsExactly("if a:");
    }

    @Test
    void placesThatAreNotThereHaveNoHeaders() {
        assertThat(blocks("x").around("c", 9)).isEmpty();
        assertThat(blocks("x").around("d", 1)).isEmpty();
        assertThat(blocks("x").around("c", 0)).isEmpty();
    }
}
