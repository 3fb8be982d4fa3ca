package dev.alain.validators.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CellTransformTest {
    @Test
    void handsShellLinesAndMagicsOver() {
        List<Command> commands = CellTransform.transform("%pip install a \\\n  b\n!ls -l\nfiles = !ls\nx = %env HOME\n")
                .commands();

        assertThat(commands)
                .extracting(Command::kind, Command::name, Command::text, Command::assignedTo)
                .containsExactly(
                        tuple(Command.Kind.LINE_MAGIC, "pip", "install a    b", ""),
                        tuple(Command.Kind.SHELL, "", "ls -l", ""),
                        tuple(Command.Kind.SHELL, "", "ls", "files"),
                        tuple(Command.Kind.LINE_MAGIC, "env", "HOME", "x"));
        assertThat(commands.get(0).place()).isEqualTo(new Place(1, 1, 2, 4));
        assertThat(commands.get(2).place()).isEqualTo(new Place(4, 9, 4, 12));
    }

    @Test
    void keepsEveryLineOnItsLine() {
        String code =
                CellTransform.transform("\n\n%pip install \\\n a\nx = 1\n").code();

        assertThat(code).isEqualTo("\n\nget_ipython()\n\nx = 1\n");
    }

    @Test
    void leavesPerCentSignsAndExclamationMarksInsideOfPythonAlone() {
        String code = "s = '''\n!ls\n%pip\n'''\nx = (a\n%b)\ny = f\"{'!'}\"\nz = a != b\n";

        TransformedCell cell = CellTransform.transform(code);

        assertThat(cell.commands()).isEmpty();
        assertThat(cell.code()).isEqualTo(code);
    }

    @Test
    void handsTheWholeCellOverToACellMagic() {
        TransformedCell cell = CellTransform.transform("%%bash -e\necho hi\n");

        assertThat(cell.language()).isEqualTo("bash");
        assertThat(cell.code()).isBlank();
        assertThat(cell.commands())
                .containsExactly(
                        new Command(Command.Kind.CELL_MAGIC, "bash", "-e", "echo hi\n", "", Place.onLine(1, 1, 9)));
    }

    @Test
    void readsTheBodyOfMagicsThatTimeOrCaptureAsPython() {
        CellAnalysis cell = Notebooks.cell("%%time\nimport numpy\n");
        TransformedCell captured = CellTransform.transform("%%capture out --no-stderr\n!pip install x\n");

        assertThat(cell.imports()).hasSize(1);
        assertThat(cell.imports().get(0).place().line()).isEqualTo(2);
        assertThat(captured.commands()).extracting(Command::assignedTo).containsExactly("out", "");
        assertThat(captured.code()).startsWith("out=get_ipython()\n");
    }

    @Test
    void findsACellMagicThatIsNotOnTheFirstLine() {
        TransformedCell cell = CellTransform.transform("x = 1\n%%bash\n");

        assertThat(cell.python()).isTrue();
        assertThat(cell.commands()).extracting(Command::kind).containsExactly(Command.Kind.CELL_MAGIC);
        assertThat(cell.commands().get(0).place().line()).isEqualTo(2);
    }

    @Test
    void takesPromptsAndIndentAwayAndKnowsWhereThingsStood() {
        CellAnalysis prompts = Notebooks.cell(">>> a = 1\n>>> f(a)\n");
        CellAnalysis numbered = Notebooks.cell("In [1]: f(1)\n   ...: g(2)\n");
        CellAnalysis indented = Notebooks.cell("    f(1)\n    g(2)\n");

        assertThat(prompts.calls().get(0).place()).isEqualTo(new Place(2, 5, 2, 9));
        assertThat(numbered.calls().get(0).place()).isEqualTo(new Place(1, 9, 1, 13));
        assertThat(numbered.calls().get(1).place()).isEqualTo(new Place(2, 9, 2, 13));
        assertThat(indented.calls().get(1).place()).isEqualTo(new Place(2, 5, 2, 9));
    }

    @Test
    void understandsRequestsForHelpAndAutomaticCalls() {
        TransformedCell cell = CellTransform.transform("len?\nstr.join??\n?x\n/f a b\n,g c d\n");

        assertThat(cell.commands()).extracting(Command::name).containsExactly("pinfo", "pinfo2", "pinfo");
        assertThat(cell.commands()).extracting(Command::text).containsExactly("len", "str.join", "x");
        assertThat(cell.code()).endsWith("f(a, b)\ng(\"c\", \"d\")\n");
    }

    @Test
    void countsColumnsInCodePoints() {
        CellAnalysis cell = Notebooks.cell("x = '😀' + f('é')  # 😀 end\n");

        assertThat(cell.calls().get(0).place()).isEqualTo(new Place(1, 11, 1, 17));
        assertThat(cell.comments().get(0).place()).isEqualTo(new Place(1, 19, 1, 26));
        assertThat(cell.comments().get(0).text()).isEqualTo("# 😀 end");
    }

    @Test
    void collectsCommentsButNoNumberSignsInTexts() {
        CellAnalysis cell = Notebooks.cell("# one\nx = '# no'  # two\ny = f\"{d[\"#\"]}\" # three\n!ls # shell\n");

        assertThat(cell.comments()).extracting(CellAnalysis.Comment::text).containsExactly("# one", "# two", "# three");
    }
}
