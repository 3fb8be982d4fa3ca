package dev.alain.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.NotebookFixer.Fixed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class NotebookFixerTest {
    private static final RuleInfo WORD = info("T001");
    private static final RuleInfo OTHER = info("T002");

    @Test
    void mendsSeveralPlacesOfOneCellInOneRound() {
        Fixed fixed = fix("a bad, bad day\nbad \uD83D\uDE00bad", words("bad", "good"));

        assertThat(source(fixed)).isEqualTo("a good, good day\ngood \uD83D\uDE00good");
        assertThat(fixed.applied()).hasSize(4);
        assertThat(fixed.report().findings()).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        NotebookFixer fixer = NotebookFixer.using(validator(words("bad", "good")));
        Fixed once = fixer.fix(NotebookDocument.read(notebook("bad").toBytes()));

        assertThat(fixer.fix(once.document()).changed()).isFalse();
    }

    @Test
    void leavesAFileAloneWhenNothingIsToBeMended() {
        byte[] bytes =
                "{\"cells\":[],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":4}".getBytes(StandardCharsets.UTF_8);

        Fixed fixed = NotebookFixer.using(validator(words("bad", "good"))).fix(NotebookDocument.read(bytes));

        assertThat(fixed.changed()).isFalse();
        assertThat(fixed.document().bytes()).isEqualTo(bytes);
    }

    @Test
    void appliesWhatOverlapsInALaterRound() {
        NotebookRule whole = rule(OTHER, (cell, findings) -> {
            if (cell.source().startsWith("draft")) {
                String rest = cell.source().substring(5);
                report(findings, OTHER, cell, Fix.safe("drops the word", new Fix.ReplaceCell(cell.id(), rest)));
            }
        });

        assertThat(source(fix("draft bad", words("bad", "good"), whole))).isEqualTo(" good");
    }

    @Test
    void appliesNoFixThatNeedsReview() {
        NotebookRule careful = rule(
                WORD,
                (cell, findings) ->
                        report(findings, WORD, cell, Fix.needsReview("drops it", new Fix.RemoveCell(cell.id()))));

        assertThat(fix("text", careful).changed()).isFalse();
    }

    @Test
    void takesBackAFixThatBreaksSomethingElse() {
        NotebookRule breaking = words("1 + 1", "1 +");
        NotebookRule syntax = rule(OTHER, (cell, findings) -> {
            if (cell.source().endsWith("+")) {
                findings.report(
                        Finding.of(OTHER, "syntax error").cell(cell.id()).build());
            }
        });

        Fixed fixed = fix("1 + 1", breaking, syntax);

        assertThat(fixed.changed()).isFalse();
        assertThat(source(fixed)).isEqualTo("1 + 1");
    }

    @Test
    void stopsWhenAFixNeverMends() {
        NotebookRule endless = rule(
                WORD,
                (cell, findings) -> report(
                        findings, WORD, cell, Fix.safe("adds", new Fix.ReplaceCell(cell.id(), cell.source() + "!"))));

        assertThat(source(fix("x", endless))).isEqualTo("x!!!!!!!!!!!!");
    }

    @Test
    void doesEveryKindOfEdit() {
        Notebook given = Notebook.of(
                JsonNodeFactory.instance.objectNode().put("old", 1),
                List.of(CodeCell.of("a", "a = 1"), CodeCell.of("b", "b = 1"), MarkdownCell.of("c", "text")));
        NotebookRule once = rule(WORD, (cell, findings) -> {
            if (cell.id().equals("b")) {
                Fix.Edit[] edits = {
                    new Fix.InsertAfter("a", "new", "markdown", "between"),
                    new Fix.RemoveCell("b"),
                    new Fix.SetMetadata("", "/old", MissingNode.getInstance()),
                    new Fix.SetMetadata("", "/deep/er", JsonNodeFactory.instance.numberNode(2)),
                    new Fix.SetMetadata("c", "/name", JsonNodeFactory.instance.textNode("last"))
                };
                report(findings, WORD, cell, Fix.safe("does it all", edits));
            }
        });

        Notebook mended = NotebookFixer.using(validator(once))
                .fix(NotebookDocument.read(given.toBytes()))
                .notebook();

        assertThat(mended.cells()).extracting(Cell::id).containsExactly("a", "new", "c");
        assertThat(mended.metadata().toString()).isEqualTo("{\"deep\":{\"er\":2}}");
        assertThat(mended.cells().get(2).metadata().path("name").asText()).isEqualTo("last");
    }

    @Test
    void makesAValidNotebookOfABrokenOne() {
        String broken = """
                {"cells": [{"cell_type": "code", "source": "x = 1", "metadata": {"tags": ["a", "a"]}, "extra": 1},
                           {"cell_type": "code", "source": ["y\\n", "z"], "id": "keep", "outputs": [{"output_type": "stream", "text": "t", "transient": {}}]},
                           {"cell_type": "heading", "level": 2, "source": "t", "metadata": {}}],
                 "nbformat": 4}
                """;
        NotebookRule format = new NotebookRule() {
            @Override
            public RuleInfo info() {
                return WORD;
            }

            @Override
            public void check(NotebookView view, FindingSink findings) {
                view.problems()
                        .forEach(problem -> findings.report(Finding.of(WORD, problem.toString())
                                .fixes(Fix.safe("writes it anew", new Fix.Normalize()))
                                .build()));
            }
        };

        Fixed fixed = NotebookFixer.using(validator(format))
                .fix(NotebookDocument.read(broken.getBytes(StandardCharsets.UTF_8)));

        assertThat(fixed.document().problems()).isEmpty();
        assertThat(fixed.notebook().cells()).extracting(Cell::source).containsExactly("x = 1", "y\nz", "t");
        assertThat(fixed.notebook().cells().get(1).id()).isEqualTo("keep");
    }

    @Test
    void listsWhatIsLeftForAWriter() {
        NotebookRule writer = rule(
                WORD,
                (cell, findings) -> report(findings, WORD, cell, Fix.instruct(cell.id(), "Say what the plot shows.")));

        assertThat(fix("plot", writer).instructions()).containsEntry("c1", List.of("Say what the plot shows."));
    }

    private static Fixed fix(String source, NotebookRule... rules) {
        return NotebookFixer.using(validator(rules))
                .fix(NotebookDocument.read(notebook(source).toBytes()));
    }

    private static Notebook notebook(String source) {
        return Notebook.of(JsonNodeFactory.instance.objectNode(), List.of(MarkdownCell.of("c1", source)));
    }

    private static String source(Fixed fixed) {
        return fixed.notebook().cells().get(0).source();
    }

    private static NotebookValidator validator(NotebookRule... rules) {
        return NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(rules))
                .build();
    }

    /** Finds a word and offers another one for it. */
    private static NotebookRule words(String bad, String good) {
        return rule(WORD, (cell, findings) -> {
            String[] lines = cell.source().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                for (int at = lines[i].indexOf(bad); at >= 0; at = lines[i].indexOf(bad, at + 1)) {
                    int column = lines[i].codePointCount(0, at) + 1;
                    Fix.Edit edit = new Fix.ReplaceRange(cell.id(), i + 1, column, i + 1, column + bad.length(), good);
                    report(findings, WORD, cell, Fix.safe("replaces " + i + ":" + at, edit));
                }
            }
        });
    }

    private static NotebookRule rule(RuleInfo info, BiConsumer<Cell, FindingSink> check) {
        return new NotebookRule() {
            @Override
            public RuleInfo info() {
                return info;
            }

            @Override
            public void check(NotebookView view, FindingSink findings) {
                view.cells().forEach(cell -> check.accept(cell, findings));
            }
        };
    }

    private static void report(FindingSink findings, RuleInfo info, Cell cell, Fix fix) {
        findings.report(Finding.of(info, "found").cell(cell.id()).fixes(fix).build());
    }

    private static RuleInfo info(String id) {
        return new RuleInfo(id, "test", "a test", Severity.ERROR, Set.of("code"), true);
    }
}
