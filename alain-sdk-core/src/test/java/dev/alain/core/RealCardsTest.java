package dev.alain.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.alain.AlainException;
import dev.alain.CookbookGenerator;
import dev.alain.Difficulty;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.UiComponent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every real card yields a notebook that passes, by our rules and by Python's own tools, or a typed error. */
final class RealCardsTest {
    private static final List<Difficulty> LEVELS =
            List.of(Difficulty.BEGINNER, Difficulty.INTERMEDIATE, Difficulty.ADVANCED);
    private static final Path CHECKER = Path.of("src/test/python/check_notebooks.py");

    @Test
    void yieldNotebooksThatPassOrTypedErrors(@TempDir Path folder) throws Exception {
        List<String> failures = new ArrayList<>();
        int made = 0;
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            for (Path card : SharedData.cards()) {
                Recipe recipe = recipe(card, made);
                try {
                    NotebookArtifact manual = generator.generate(recipe);
                    if (!manual.report().passed()
                            || !manual.report().rulesFailed().isEmpty()) {
                        failures.add(card + " " + manual.report().findings());
                    }
                    manual.notebook().writeTo(folder.resolve(made++ + ".ipynb"));
                } catch (AlainException e) {
                    assertThat(e.getMessage()).as(card.toString()).isNotBlank();
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(made).isGreaterThan(150);
        checkWithPython(folder);
    }

    /** Level, interface and topic in turn, so that all occur with many cards. */
    private static Recipe recipe(Path card, int number) {
        return Recipe.forCard(card)
                .difficulty(LEVELS.get(number % LEVELS.size()))
                .ui(UiComponent.KNOWN.get(number % UiComponent.KNOWN.size()))
                .topic(number % 2 == 0 ? "" : "sourdough bread")
                .build();
    }

    @Test
    @Timeout(60) // a hang, not a benchmark
    void doNotHangWhenTheyAreLong() throws IOException {
        String card = Files.readString(SharedData.file("models/qwen-qwen3-0-6b/README.md"));
        String body = card.substring(card.indexOf("\n# "));
        String text = card + body.repeat(700_000 / body.length());
        try (CookbookGenerator generator = CookbookGenerator.builder().build()) {
            assertThat(generator.generate(Recipe.forText(text).build()).report().passed())
                    .isTrue();
        }
    }

    private static void checkWithPython(Path folder) throws Exception {
        Path python = Path.of(System.getProperty("project.root", ".."), ".venv/bin/python");
        String program = Files.isExecutable(python) ? python.toString() : "python3";
        Process process = start(program, folder);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.exitValue() != 3, () -> "the Python tools are not there: " + printed);
        assertThat(process.exitValue()).as(printed).isZero();
    }

    private static Process start(String program, Path folder) {
        try {
            return new ProcessBuilder(program, CHECKER.toString(), "--html", "--run", folder.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no Python: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }
}
