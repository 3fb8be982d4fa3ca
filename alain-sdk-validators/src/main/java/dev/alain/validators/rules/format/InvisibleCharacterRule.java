package dev.alain.validators.rules.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.code.Place;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.PythonText;
import dev.alain.validators.rules.RulePage;

/** No character that nobody sees stands in a cell. */
final class InvisibleCharacterRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT018");
    private static final int MOST = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Cell cell : view.cells()) {
            cell(cell, findings);
            if (cell instanceof CodeCell code && holdsHalfPairs(code)) {
                findings.report(Finding.of(INFO, "an output holds half of a surrogate pair, which UTF-8 cannot express")
                        .cell(cell.id())
                        .remedy("remove the output")
                        .fixes(Fix.safe("removes the outputs", new Fix.RemoveOutputs(cell.id())))
                        .build());
            }
        }
        if (holdsHalfPair(view.metadata())) {
            findings.report(Finding.of(INFO, "the metadata holds half of a surrogate pair, which UTF-8 cannot express")
                    .remedy("write the metadata anew")
                    .build());
        }
    }

    private static void cell(Cell cell, FindingSink findings) {
        String source = cell.source();
        PythonText python = null;
        int found = 0;
        for (int i = 0; i < source.length() && found < MOST; i = source.offsetByCodePoints(i, 1)) {
            Invisible what = Invisible.at(source, i);
            if (what != Invisible.NONE && cell instanceof CodeCell) {
                python = python == null ? PythonText.of(source) : python;
                findings.report(inCode(cell, i, what, python));
                found++;
            } else if (what != Invisible.NONE && !isMeant(what, source, i)) {
                findings.report(inProse(cell, i, what));
                found++;
            }
        }
    }

    /** In prose from right to left, direction controls are punctuation. */
    private static boolean isMeant(Invisible what, String source, int index) {
        return what == Invisible.DECEIVING && source.charAt(index) <= 0x2069 && Invisible.hasRightToLeft(source, index);
    }

    private static Finding inProse(Cell cell, int index, Invisible what) {
        Severity severity = what == Invisible.ZERO_WIDTH ? Severity.WARNING : Severity.ERROR;
        return finding(cell, index, severity, "the text")
                .fixes(removal(cell, index, true))
                .build();
    }

    private static Finding inCode(Cell cell, int index, Invisible what, PythonText python) {
        boolean string = python.isString(index);
        boolean mild = what == Invisible.ZERO_WIDTH && !python.isCode(index);
        String where = string ? "a text literal" : python.isComment(index) ? "a comment" : "the code";
        return finding(cell, index, mild ? Severity.WARNING : Severity.ERROR, where)
                .fixes(removal(cell, index, !string))
                .build();
    }

    private static Finding.Builder finding(Cell cell, int index, Severity severity, String where) {
        int c = cell.source().codePointAt(index);
        return Finding.of(INFO, where + " holds " + Invisible.name(c) + ", which nobody sees")
                .severity(severity)
                .cell(cell.id())
                .place(place(cell, index))
                .remedy("remove it, or write it as an escape where it is meant");
    }

    private static Place place(Cell cell, int index) {
        String source = cell.source();
        return PythonText.place(source, index, source.offsetByCodePoints(index, 1));
    }

    /** In a text literal the character may be meant, and the value changes without it. */
    private static Fix removal(Cell cell, int index, boolean safe) {
        Place place = place(cell, index);
        Fix.Edit edit =
                new Fix.ReplaceRange(cell.id(), place.line(), place.column(), place.endLine(), place.endColumn(), "");
        return safe
                ? Fix.safe("removes the invisible character", edit)
                : Fix.needsReview("removes the invisible character, which changes the text's value", edit);
    }

    private static boolean holdsHalfPairs(CodeCell cell) {
        return cell.outputs().stream().anyMatch(output -> holdsHalfPair(output.toJson()));
    }

    private static boolean holdsHalfPair(JsonNode node) {
        if (node.isTextual()) {
            return holdsHalfPair(node.textValue());
        }
        for (var entry : node.properties()) {
            if (holdsHalfPair(entry.getKey())) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (holdsHalfPair(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                return true;
            }
            i += pair ? 1 : 0;
        }
        return false;
    }
}
