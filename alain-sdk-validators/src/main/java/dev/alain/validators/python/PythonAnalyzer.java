package dev.alain.validators.python;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Name;
import dev.alain.code.CellAnalysis.SyntaxError;
import dev.alain.code.CodeAnalysis;
import dev.alain.code.CodeAnalyzer;
import dev.alain.code.Place;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Notebook;
import dev.alain.validators.parser.graalpy.sst.ModTy;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the Python of notebooks: IPython's transform, CPython 3.13's syntax, pyflakes' names.
 *
 * <p>Cells with syntax errors bind no names. A notebook in another language gets cells of that language and nothing
 * more. Thread-safe; never throws for what a notebook holds.
 */
public final class PythonAnalyzer implements CodeAnalyzer {
    /** Keeps time and memory of one cell low; a dense megabyte has more, real cells a few thousand at most. */
    private static final int MOST_TOKENS = 1 << 18;

    /** An analyzer; all are alike. */
    public PythonAnalyzer() {}

    @Override
    public CodeAnalysis analyze(Notebook notebook) {
        String language = language(notebook.metadata());
        List<CodeCell> code = notebook.code().toList();
        if (!language.equals("python")) {
            return new CodeAnalysis(
                    code.stream().map(cell -> bare(cell.id(), language)).toList(), List.of());
        }
        List<AnalyzedCell> cells = new ArrayList<>();
        for (CodeCell cell : code) {
            cells.add(parsed(cell.id(), cell.source()));
        }
        NotebookNames names = NotebookNames.of(cells);
        DottedNames dotted = new DottedNames(names);
        NameChecker.Findings findings = NameChecker.check(cells);
        List<CellAnalysis> analyses = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            analyses.add(analysis(cells.get(i), dotted, findings.names(), i));
        }
        return new CodeAnalysis(analyses, findings.problems());
    }

    private static String language(JsonNode metadata) {
        String named = metadata.path("language_info").path("name").asText("");
        String kernel = metadata.path("kernelspec").path("language").asText("");
        String language = (named.isBlank() ? kernel : named).toLowerCase(Locale.ROOT);
        return language.isBlank() || language.equals("ipython") || language.startsWith("python") ? "python" : language;
    }

    private static CellAnalysis bare(String id, String language) {
        return new CellAnalysis(
                id,
                language,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static AnalyzedCell parsed(String id, String text) {
        TransformedCell source = CellTransform.transform(text);
        if (!source.python()) {
            return new AnalyzedCell(id, source, null, null);
        }
        if (source.tokens() > MOST_TOKENS) {
            PythonSyntax.Fault tooLong = new PythonSyntax.Fault("too long to be read: over 262,144 tokens", 1, 0);
            return new AnalyzedCell(id, source, tooLong, null);
        }
        PythonSyntax.Verdict verdict = PythonSyntax.parse(source.code());
        return new AnalyzedCell(id, source, verdict.error(), verdict.module());
    }

    private static CellAnalysis analysis(AnalyzedCell cell, DottedNames dotted, NameTable names, int index) {
        TransformedCell source = cell.source();
        ModTy.Module module = cell.module();
        if (module == null) {
            return unparsed(cell);
        }
        CodeReader code = CodeReader.read(module, source.positions(), dotted);
        return new CellAnalysis(
                cell.id(),
                source.language(),
                Optional.empty(),
                code.imports(),
                names(names.boundBy(index), source.positions()),
                names(names.usedBy(index), source.positions()),
                code.calls(),
                code.assignments(),
                code.strings(),
                source.commands(),
                source.comments(),
                ConstructReader.read(module, source.positions(), source.code()));
    }

    private static CellAnalysis unparsed(AnalyzedCell cell) {
        TransformedCell source = cell.source();
        return new CellAnalysis(
                cell.id(),
                source.language(),
                Optional.ofNullable(cell.error()).map(fault -> error(fault, source.positions())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                source.commands(),
                source.comments(),
                List.of());
    }

    private static SyntaxError error(PythonSyntax.Fault fault, PositionMap positions) {
        Place place = positions.point(fault.line(), fault.column());
        return new SyntaxError(fault.message(), place.line(), place.column());
    }

    private static List<Name> names(Map<String, SourceRange> places, PositionMap positions) {
        List<Name> names = new ArrayList<>();
        places.forEach((name, range) -> names.add(new Name(name, positions.place(range))));
        return names;
    }
}
