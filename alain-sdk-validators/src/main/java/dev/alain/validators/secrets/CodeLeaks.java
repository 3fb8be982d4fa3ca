package dev.alain.validators.secrets;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CodeAnalysis;
import dev.alain.code.Place;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secrets in code, whole ones and those that are put together from pieces. */
final class CodeLeaks {
    /** How much of the line before an expression may say whose key it is. */
    private static final int CONTEXT = 120;

    private final Map<String, Blots> blots = new HashMap<>();
    private final Map<String, List<FoundLeak>> found = new HashMap<>();
    private final StringJoins joins = new StringJoins(this::put);
    private List<FoundLeak> current = new ArrayList<>();
    private String source = "";
    private String cellId = "";

    private CodeLeaks() {}

    static CodeLeaks of(NotebookView view) {
        List<CodeCell> cells = view.code();
        CodeLeaks leaks = new CodeLeaks();
        cells.forEach(cell -> leaks.blots.put(cell.id(), new Blots(cell)));
        for (CodeCell cell : cells) {
            List<FoundLeak> here = new ArrayList<>();
            leaks.current = here;
            leaks.source = cell.source();
            leaks.cellId = cell.id();
            List<Token> tokens = PythonTokens.of(cell.source());
            leaks.joins.read(cell.id(), cell.source(), tokens);
            ShellJoins shell = new ShellJoins(cell.id(), cell.source(), leaks::put);
            tokens.stream()
                    .filter(token -> token.kind() == Token.Kind.COMMAND)
                    .forEach(token -> shell.read(token.start(), token.end()));
            leaks.found.put(cell.id(), here);
        }
        cells.forEach(leaks::addWhole);
        view.analysis().ifPresent(leaks::addFolded);
        return leaks;
    }

    private void addWhole(CodeCell cell) {
        Blots there = blots.computeIfAbsent(cell.id(), id -> new Blots(cell));
        List<FoundLeak> here = found.computeIfAbsent(cell.id(), id -> new ArrayList<>());
        for (Leak leak : SecretScanner.scan(cell.source())) {
            there.whole(leak, "the code").ifPresent(here::add);
        }
    }

    /** What only the analyser could put together; no edit, because it does not say where the pieces stand. */
    private void addFolded(CodeAnalysis analysis) {
        Set<String> known = new HashSet<>();
        found.values().forEach(all -> all.forEach(leak -> known.add(leak.leak().digest())));
        for (CellAnalysis cell : analysis.cells()) {
            cell.strings().stream()
                    .filter(CellAnalysis.Literal::folded)
                    .forEach(literal -> folded(cell, literal.value(), literal.place(), known));
            cell.assignments()
                    .forEach(assignment -> assignment
                            .value()
                            .ifPresent(value -> folded(cell, value.text(), assignment.place(), known)));
            cell.calls()
                    .forEach(call -> call.arguments()
                            .forEach(argument -> argument.string()
                                    .ifPresent(value -> folded(cell, value, argument.place(), known))));
        }
    }

    private void folded(CellAnalysis cell, String value, Place place, Set<String> known) {
        List<FoundLeak> here = found.get(cell.cellId());
        if (here == null || value.length() > Joined.LONGEST) {
            return;
        }
        for (Leak leak : SecretScanner.scan(value)) {
            if (known.add(leak.digest())) {
                here.add(new FoundLeak(leak, cell.cellId(), "what the code makes", Optional.of(place), List.of()));
            }
        }
    }

    List<FoundLeak> of(CodeCell cell) {
        return found.getOrDefault(cell.id(), List.of());
    }

    /** Looks at a text that code puts together at an offset of the current cell. */
    private void put(Joined joined, int at) {
        String before = source.substring(Math.max(0, at - CONTEXT), at) + "\"";
        for (Leak leak : SecretScanner.scan(before + joined.text())) {
            int start = leak.start() - before.length();
            if (start >= 0) {
                take(joined, leak.at(start, leak.end() - before.length()), at);
            }
        }
    }

    private void take(Joined joined, Leak leak, int at) {
        List<Joined.Span> all = joined.spans(leak.start(), leak.end());
        if (all.isEmpty()) {
            Optional<Place> place = Optional.of(new SourcePositions(source).place(at, at + 1));
            current.add(new FoundLeak(leak, cellId, "what the code makes", place, List.of()));
        }
        // A piece that only holds what all keys share is no secret and may serve other keys.
        List<Joined.Span> secret = joined.spans(leak.start() + leak.shown().length(), leak.end());
        List<Fix.Edit> edits = new ArrayList<>();
        for (Joined.Span span : all) {
            boolean holdsSecret = secret.stream()
                    .anyMatch(part ->
                            part.cell().equals(span.cell()) && part.start() < span.end() && span.start() < part.end());
            Blots there = blots.get(span.cell());
            if (holdsSecret && there != null) {
                there.blot(span.start(), span.end(), leak.redacted()).ifPresent(edits::add);
            }
        }
        if (!edits.isEmpty() && edits.get(0) instanceof Fix.ReplaceRange first) {
            var place = new Place(first.firstLine(), first.firstColumn(), first.lastLine(), first.lastColumn());
            String where = edits.size() > 1 ? "the code in " + edits.size() + " pieces" : "the code";
            current.add(new FoundLeak(leak, first.cellId(), where, Optional.of(place), edits));
        }
    }
}
