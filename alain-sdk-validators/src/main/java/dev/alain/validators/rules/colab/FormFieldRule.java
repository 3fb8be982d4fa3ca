package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Comment;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Colab can make a form of what {@code # @param} and {@code # @title} say. */
final class FormFieldRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL012");
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "slider", "boolean", "date", "raw", "array");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        FindingSink capped = PerCell.atMost(20, findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            boolean titled = false;
            Map<Integer, Assignment> fields = new HashMap<>();
            cell.assignments().stream()
                    .filter(a -> a.place().line() == a.place().endLine())
                    .forEach(a -> fields.putIfAbsent(a.place().line(), a));
            for (Comment comment : cell.comments()) {
                String text = comment.text().substring(1).stripLeading();
                if (text.startsWith("@param")) {
                    Optional<Assignment> field =
                            Optional.ofNullable(fields.get(comment.place().line()));
                    checkParam(cell, field, comment, text.substring("@param".length()), capped);
                } else if (text.startsWith("@title") && !titled) {
                    titled = true;
                    checkTitle(view, cell.cellId(), comment, capped);
                }
            }
        }
    }

    private static void checkParam(
            CellAnalysis cell, Optional<Assignment> field, Comment comment, String spec, FindingSink findings) {
        try {
            problem(FormParser.parse(spec), field)
                    .ifPresent(problem -> findings.report(finding(cell, comment, problem)));
        } catch (FormParser.Unreadable e) {
            findings.report(finding(cell, comment, "Colab cannot read the form field: " + e.getMessage()));
        }
    }

    private static Optional<String> problem(FormSpec spec, Optional<Assignment> field) {
        if (!spec.type().isEmpty() && !TYPES.contains(spec.type())) {
            return Optional.of("Colab has no form field of type \"" + spec.type() + "\"");
        }
        if (field.isEmpty() || field.get().value().isEmpty()) {
            return Optional.empty();
        }
        String name = field.get().target();
        Constant value = field.get().value().get();
        String plain = value.kind() == Constant.Kind.STRING ? "\"" + value.text() + "\"" : value.text();
        String shown = Shown.isSecret(name) ? "…" : Shown.text(plain);
        if (spec.options().isPresent()) {
            boolean offered = spec.allowsInput()
                    || spec.options().get().isEmpty()
                    || spec.options().get().stream()
                            .anyMatch(option -> option.text().equals(value.text())
                                    || option.text().equals(field.get().text()));
            return offered ? Optional.empty() : Optional.of(name + " = " + shown + " is not among the field's options");
        }
        return unfit(spec, name, value, shown);
    }

    private static Optional<String> unfit(FormSpec spec, String name, Constant value, String shown) {
        boolean number = value.kind() == Constant.Kind.NUMBER;
        boolean fits = switch (spec.type()) {
            case "number", "integer", "slider" -> number || value.kind() == Constant.Kind.NONE;
            case "boolean" -> value.kind() == Constant.Kind.BOOLEAN;
            case "string", "date" -> value.kind() == Constant.Kind.STRING || value.kind() == Constant.Kind.NONE;
            default -> true;
        };
        if (!fits) {
            return Optional.of(name + " = " + shown + " does not fit a field of type \"" + spec.type() + "\"");
        }
        boolean low =
                number && spec.number("min").filter(min -> number(value) < min).isPresent();
        boolean high =
                number && spec.number("max").filter(max -> number(value) > max).isPresent();
        return low || high ? Optional.of(name + " = " + shown + " is outside the field's range") : Optional.empty();
    }

    private static double number(Constant value) {
        try {
            return Double.parseDouble(value.text().replace("_", ""));
        } catch (NumberFormatException e) {
            // A complex number or one in another base: inside every range.
            return Double.NaN;
        }
    }

    private static Finding finding(CellAnalysis cell, Comment comment, String problem) {
        return Finding.of(INFO, problem)
                .cell(cell.cellId())
                .place(comment.place())
                .remedy("write it like # @param [\"a\", \"b\"] or # @param {type:\"slider\", min:0, max:10}")
                .fixes(Fix.instruct(
                        cell.cellId(),
                        "Mend the form field in line " + comment.place().line() + ": " + problem + "."))
                .build();
    }

    private static void checkTitle(NotebookView view, String cell, Comment comment, FindingSink findings) {
        List<String> lines = SourceLines.of(view).of(cell);
        int line = comment.place().line();
        int first = lines.size() + 1;
        for (int i = lines.size(); i >= 1; i--) {
            first = isCode(lines.get(i - 1)) ? i : first;
        }
        if (first >= line) {
            return;
        }
        boolean alone = lines.get(line - 1).stripLeading().startsWith("#");
        Finding.Builder finding = Finding.of(INFO, "@title stands below code: Colab takes it from the first line only")
                .cell(cell)
                .line(line)
                .remedy("move it to the cell's first line");
        findings.report(finding.fixes(
                        alone
                                ? Fix.safe("moves @title to the first line", moved(cell, lines, line, first))
                                : Fix.instruct(cell, "Put @title into a line of its own at the cell's top."))
                .build());
    }

    private static boolean isCode(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("#") && !text.startsWith("%%");
    }

    private static Fix.Edit moved(String cell, List<String> lines, int from, int to) {
        List<String> changed = new ArrayList<>(lines);
        String title = changed.remove(from - 1).strip();
        changed.add(to - 1, title);
        return new Fix.ReplaceCell(cell, String.join("\n", changed));
    }
}
