package dev.alain.validators.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.code.CellAnalysis.Literal;
import dev.alain.code.CellAnalysis.Name;
import dev.alain.code.CodeAnalysis;
import dev.alain.code.CodeAnalyzer;
import dev.alain.code.NameProblem;
import dev.alain.notebook.Notebook;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class PythonAnalyzerTest {
    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(CodeAnalyzer.class)).hasAtLeastOneElementOfType(PythonAnalyzer.class);
    }

    @Test
    void saysWhereASyntaxErrorStandsInTheCellAsWritten() {
        CellAnalysis cell = Notebooks.cell("\n\n  %pip install x\n  print 'hi'\n");

        assertThat(cell.parsed()).isFalse();
        assertThat(cell.syntaxError()).hasValueSatisfying(error -> {
            assertThat(error.line()).isEqualTo(4);
            assertThat(error.column()).isEqualTo(3);
            assertThat(error.message()).contains("Missing parentheses");
        });
        assertThat(cell.commands()).hasSize(1);
    }

    @Test
    void allowsAwaitAtTheTop() {
        CellAnalysis cell = Notebooks.cell("import a\nx = await a.b()\nasync for y in x: pass\n");

        assertThat(cell.parsed()).isTrue();
        assertThat(cell.calls()).extracting(Call::awaited).containsExactly(true);
    }

    @Test
    void resolvesNamesOfCalls() {
        assertThat(function("import numpy as np\nnp.load(p)")).isEqualTo("numpy.load");
        assertThat(function("from os import system as s\ns('ls')")).isEqualTo("os.system");
        assertThat(function("import os\ngetattr(os, 'sys' + 'tem')('ls')")).isEqualTo("os.system");
        assertThat(function("__import__('os').system('ls')")).isEqualTo("os.system");
        assertThat(function("import importlib\nimportlib.import_module('os').system('ls')"))
                .isEqualTo("os.system");
        assertThat(function("import os\nrun = os.system\nrun('ls')")).isEqualTo("os.system");
        assertThat(function("import sys\nsys.modules['os'].system('ls')")).isEqualTo("os.system");
        assertThat(function("import os\nos.__dict__['system']('ls')")).isEqualTo("os.system");
        assertThat(function("import builtins\nbuiltins.eval(x)")).isEqualTo("eval");
        assertThat(function("model.generate(x)")).isEqualTo("model.generate");
        assertThat(function("'a b'.split()")).isEqualTo("?.split");
        assertThat(function("f()()")).isEmpty();
    }

    private static String function(String cell) {
        return Notebooks.cell(cell).calls().get(0).function();
    }

    @Test
    void readsArguments() {
        Call call = Notebooks.analyze("N = 3\n", "f(a.b, *c, n=N * 2, t='x' 'y', **d)\n")
                .cells()
                .get(1)
                .calls()
                .get(0);

        assertThat(call.arguments()).extracting(a -> a.keyword()).containsExactly("", "*", "n", "t", "**");
        assertThat(call.arguments().get(0).names()).containsExactly("a.b");
        assertThat(call.keyword("n").flatMap(a -> a.value()).map(c -> c.text())).hasValue("6");
        assertThat(call.keyword("t").flatMap(a -> a.string())).hasValue("xy");
        assertThat(call.keyword("t").map(a -> a.text())).hasValue("'x' 'y'");
    }

    @Test
    void foldsConstants() {
        assertThat(folded("'a' + 'b' + 'c'")).isEqualTo("abc");
        assertThat(folded("'a' 'b' \"c\"")).isEqualTo("abc");
        assertThat(folded("'ab' * 3")).isEqualTo("ababab");
        assertThat(folded("'olleh'[::-1]")).isEqualTo("hello");
        assertThat(folded("'hello'[1:-1]")).isEqualTo("ell");
        assertThat(folded("'-'.join(['a', 'b'])")).isEqualTo("a-b");
        assertThat(folded("''.join(map(chr, [104, 105]))")).isEqualTo("hi");
        assertThat(folded("chr(104) + chr(0x69)")).isEqualTo("hi");
        assertThat(folded("'%s-%d%%' % ('a', 1)")).isEqualTo("a-1%");
        assertThat(folded("'{}-{x}'.format('a', x='b')")).isEqualTo("a-b");
        assertThat(folded("f'a{1}{\"b\"}'")).isEqualTo("a1b");
        assertThat(folded("b'aGk='.decode()")).isEqualTo("aGk=");
        assertThat(folded("60 * 60 // 7 + 1")).isEqualTo("515");
        assertThat(folded("1 / 4")).isEqualTo("0.25");
        assertThat(folded("-1e-5")).isEqualTo("-1e-5");
        assertThat(folded("[1, 'a']")).isEqualTo("[1, 'a']");
        assertThat(folded("None")).isEqualTo("None");
        assertThat(folded("'x' * 100000")).isEmpty();
        assertThat(folded("g()")).isEmpty();
        assertThat(folded("'a' + x")).isEmpty();
    }

    private static String folded(String expression) {
        List<Assignment> assignments = Notebooks.cell("y = " + expression).assignments();
        return assignments.get(0).value().map(c -> c.text()).orElse("");
    }

    @Test
    void namesWhatIsAssigned() {
        List<Assignment> assignments = Notebooks.cell("import os\nos.environ['K'] = v\na, b = 1, 'x'\nc.d = e\n")
                .assignments();

        assertThat(assignments).extracting(Assignment::target).containsExactly("os.environ[K]", "a", "b", "c.d");
        assertThat(assignments.get(0).names()).containsExactly("v");
        assertThat(assignments.get(2).value().map(c -> c.text())).hasValue("x");
    }

    @Test
    void listsTextsFoldedOnce() {
        List<Literal> strings = Notebooks.cell("'''doc'''\nx = 'sk-' + 'abc'\ny = f'a{z}b'\nw = 'p' 'q'\nv = b'n'\n")
                .strings();

        assertThat(strings).extracting(Literal::value).containsExactly("doc", "sk-abc", "a{}b", "pq");
        assertThat(strings).extracting(Literal::folded).containsExactly(false, true, false, true);
        assertThat(strings).extracting(Literal::formatted).containsExactly(false, false, true, false);
    }

    @Test
    void knowsWhatSurelyRuns() {
        CellAnalysis cell = Notebooks.cell("""
                import a
                if x:
                    import b
                try:
                    import c
                except ImportError:
                    pass
                def f():
                    import d
                for i in x:
                    import e
                if __name__ == '__main__':
                    import g
                """);

        assertThat(cell.imports())
                .filteredOn(i -> i.context().surelyRuns())
                .extracting(Import::boundAs)
                .containsExactly("a", "e", "g");
    }

    @Test
    void findsConstructs() {
        CellAnalysis cell = Notebooks.cell("""
                try:
                    pass
                except:
                    x = 1
                try:
                    pass
                except Exception:
                    pass
                assert x
                while True:
                    x += 1
                while 1:
                    break
                f'a'
                def f():
                    '''doc'''
                    ...
                ...
                class A:
                    def g(self):
                        raise NotImplementedError()
                x
                """);

        assertThat(cell.constructs())
                .extracting(Construct::kind)
                .containsExactly(
                        Construct.Kind.BARE_EXCEPT,
                        Construct.Kind.SWALLOWED_EXCEPTION,
                        Construct.Kind.ASSERT,
                        Construct.Kind.LOOP,
                        Construct.Kind.ENDLESS_LOOP,
                        Construct.Kind.LOOP,
                        Construct.Kind.PLAIN_FSTRING,
                        Construct.Kind.EMPTY_BODY,
                        Construct.Kind.LOOSE_ELLIPSIS,
                        Construct.Kind.NOT_IMPLEMENTED,
                        Construct.Kind.SHOWN_VALUE);
        assertThat(Notebooks.cell("x;").constructs()).isEmpty();
        assertThat(Notebooks.cell("!ls").constructs()).isEmpty();
    }

    @Test
    void followsNamesFromCellToCell() {
        CodeAnalysis analysis = Notebooks.analyze("print(later)\nimport os\n", "later = 1\nmissing\n", "x = later");

        assertThat(analysis.problems())
                .extracting(NameProblem::kind, NameProblem::name, NameProblem::cellId)
                .containsExactly(
                        tuple(NameProblem.Kind.USED_BEFORE_DEFINITION, "later", "c0"),
                        tuple(NameProblem.Kind.UNUSED_IMPORT, "os", "c0"),
                        tuple(NameProblem.Kind.UNDEFINED, "missing", "c1"));
        assertThat(analysis.problems().get(0).otherCellId()).hasValue("c1");
        assertThat(analysis.cells().get(2).used()).extracting(Name::name).containsExactly("later");
        assertThat(analysis.cells().get(2).bound()).extracting(Name::name).containsExactly("x");
    }

    @Test
    void leavesOtherLanguagesAlone() {
        ObjectNode metadata = Notebooks.metadata();
        metadata.putObject("kernelspec").put("language", "R");
        Notebook notebook = Notebooks.of("x <- 1").withMetadata(metadata);

        CellAnalysis cell = new PythonAnalyzer().analyze(notebook).cells().get(0);

        assertThat(cell.language()).isEqualTo("r");
        assertThat(cell.syntaxError()).isEmpty();
    }

    @Test
    void givesUpOnWhatIsTooDeepOrTooLongWithoutThrowing() {
        for (String text : List.of(
                "(".repeat(100_000),
                "-".repeat(100_000) + "x",
                "x" + "+x".repeat(20_000),
                "a if b else ".repeat(10_000) + "c",
                "x = 1\n".repeat(160_000),
                "x = " + "'ab'".repeat(200_000),
                "%%time\n".repeat(20_000),
                "f\"{\n".repeat(20_000),
                "\0")) {
            CellAnalysis cell = Assertions.assertTimeout(Duration.ofSeconds(20), () -> Notebooks.cell(text));
            assertThat(cell.cellId()).isEqualTo("c0");
        }
        assertThat(Notebooks.cell("x" + "+x".repeat(20_000)).syntaxError())
                .hasValueSatisfying(error -> assertThat(error.message()).contains("deep"));
    }

    @Test
    void refusesCellsOfMoreTokensThanTheCap() {
        assertThat(Notebooks.cell(";".repeat(1 << 18)).syntaxError())
                .hasValueSatisfying(error -> assertThat(error.message()).isEqualTo("invalid syntax"));
        assertThat(Notebooks.cell(";".repeat((1 << 18) + 1)).syntaxError())
                .hasValueSatisfying(
                        error -> assertThat(error.message()).isEqualTo("too long to be read: over 262,144 tokens"));
        assertThat(Notebooks.cell("x = '" + "y".repeat(3 << 20) + "'").syntaxError())
                .isEmpty();
    }

    @Test
    void findsTheSameAfterManyStatements() {
        String many = "x = 1\nif x:\n    y = x; z = y\n".repeat(300);
        String nested = "class A:\n  try:\n    x = 1; y = 2\n  finally:\n    z = 3\n";

        assertThat(Notebooks.cell(many + nested).syntaxError()).isEmpty();
        assertThat(Notebooks.cell(many + nested + "x = 1; y y\n").syntaxError())
                .hasValueSatisfying(error -> assertThat(error.line()).isEqualTo(906));
        assertThat(Notebooks.cell(many + nested + "  try:\n    x = 1\nx = 2\n").syntaxError())
                .hasValueSatisfying(error -> {
                    assertThat(error.line()).isEqualTo(908);
                    assertThat(error.message()).isEqualTo("expected 'except' or 'finally' block");
                });
    }

    @Test
    void throwsForNothing() {
        Random random = new Random(7);
        String seed =
                "import os as o\n%pip install x\ny = !ls\nfor i in f'{a!r:>{w}}' 'b':\n  print(i, *z, k={1: [2]})\n"
                        + "try:\n  x: int = lambda q: (yield)\nexcept E as e: del e\n@d\nclass C(B): pass\n>>> x?\n'''t\"";
        for (int round = 0; round < 1_500; round++) {
            StringBuilder text = new StringBuilder(seed);
            for (int change = 0; change < 1 + round % 5; change++) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, seed.charAt(random.nextInt(seed.length())));
                }
            }
            assertThat(Notebooks.cell(text.toString()).cellId()).isEqualTo("c0");
        }
    }
}
