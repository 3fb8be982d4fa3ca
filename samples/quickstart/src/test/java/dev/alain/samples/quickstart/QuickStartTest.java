package dev.alain.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.notebook.NotebookDocument;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuickStartTest {
    @Test
    void turnsTheSamplesCardIntoANotebook(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("manual.ipynb");
        QuickStart.run(Path.of("cards/all-MiniLM-L6-v2.md"), target);

        NotebookDocument document = NotebookDocument.read(target);
        assertThat(document.problems()).isEmpty();
        assertThat(document.notebook().orElseThrow().cells().get(0).source())
                .startsWith("# Search by meaning with all-MiniLM-L6-v2");
    }
}
