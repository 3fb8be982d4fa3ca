package dev.alain.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PythonOutlineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x = 1 | x",
                "a, b = 1, 2 | a b",
                "a = 1; b = 2 | a b",
                "x: int = 3 | x",
                "def f(a, b=2):%n    inner = 1 | f",
                "class C:%n    field = 1 | C",
                "async def g(): pass | g",
                "import numpy as np, os.path | np os",
                "from x import (%n    A,%n    B as D,%n) | A D",
                "for i, j in pairs:%n    last = i | i j last",
                "with open(p) as f, open(q) as g: pass | f g",
                "if True: v = 1 | v",
                "if (n := len(x)) > 3: pass | n",
                "try:%n    import torch%nexcept ImportError as e:%n    torch = None | torch e",
                "f(x=1, y = 2) | ''",
                "a[0] = 1%nb.c = 2%nx == 3%ny += 1 | ''",
                "text = '''%nz = 1%n''' | text"
            })
    void seesWhatLaterCellsCanUse(String code, String names) {
        String expected = names.equals("''") ? "" : names;

        assertThat(String.join(" ", PythonOutline.of(code.replace("%n", "\n")).bound()))
                .isEqualTo(expected);
    }

    @Test
    void seesImportsWhereverTheyHide() {
        String code =
                "import os; import evil\nif True: import hidden\ndef f():\n    from deep.er import x\ntry: import soft\nexcept ImportError: pass";

        assertThat(PythonOutline.of(code).imports()).contains("os", "evil", "hidden", "deep", "soft");
    }

    @Test
    void tellsNamesFromAttributesKeywordsAndText() {
        PythonOutline outline = PythonOutline.of("show(results, key = other.results)  # later\nprint('soon')");

        assertThat(outline.identifiers()).containsExactlyInAnyOrder("show", "results", "other", "print");
        assertThat(PythonOutline.of("def show(results): return [x for x in results]")
                        .locals())
                .contains("results", "x");
    }
}
