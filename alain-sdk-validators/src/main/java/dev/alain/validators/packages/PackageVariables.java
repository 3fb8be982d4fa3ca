package dev.alain.validators.packages;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.code.CellAnalysis.Construct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts that the variables of a notebook hold, as far as its constants tell. Mutable; cells are read in order. */
final class PackageVariables {
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> loops = new HashMap<>();

    /** Takes in what a cell binds; a name that it binds twice to different things is forgotten. */
    void readCell(CellAnalysis cell, String source) {
        Set<String> here = new HashSet<>();
        for (Assignment assignment : cell.assignments()) {
            List<String> texts = texts(assignment);
            boolean again = !here.add(assignment.target()) && !texts.equals(of(assignment.target()));
            values.put(assignment.target(), again ? List.of() : texts);
        }
        String[] lines = cell.constructs().isEmpty() ? new String[0] : source.split("\n", -1);
        for (Construct loop : cell.constructs()) {
            int line = loop.place().line() - 1;
            if (loop.kind() == Construct.Kind.LOOP && line >= 0 && line < lines.length) {
                readLoop(lines[line].strip(), loop.text().strip(), here);
            }
        }
    }

    private void readLoop(String line, String over, Set<String> here) {
        int in = line.indexOf(" in ");
        if (!line.startsWith("for ") || in < 4) {
            return;
        }
        String name = line.substring(4, in).strip();
        List<String> texts = values.containsKey(over) ? of(over) : elements(over);
        boolean again = !here.add(name) && !texts.equals(of(name));
        values.put(name, again ? List.of() : texts);
        loops.put(name, over);
    }

    /** The texts that a name holds; empty when they are unknown. */
    List<String> of(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** What a loop's variable runs over; the name itself when it is none. */
    String origin(String name) {
        return loops.getOrDefault(name, name);
    }

    /** A shell line with the names in braces or after a dollar sign replaced, where their texts are known. */
    String filled(String line) {
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < line.length()) {
            int end =
                    line.charAt(i) == '{' ? line.indexOf('}', i) : line.charAt(i) == '$' ? endOfName(line, i + 1) : -1;
            String text = end < 0 ? "" : String.join(" ", of(name(line.substring(i + 1, end))));
            if (text.isEmpty()) {
                filled.append(line.charAt(i++));
            } else {
                filled.append(text);
                i = line.charAt(i) == '{' ? end + 1 : end;
            }
            if (end < 0 && i > 0 && line.charAt(i - 1) == '{') {
                return filled.append(line, i, line.length()).toString();
            }
        }
        return filled.toString();
    }

    /** The name in an expression such as {@code ' '.join(names)}. */
    private static String name(String expression) {
        int join = expression.indexOf(".join(");
        String inner = join < 0 ? expression : expression.substring(join + ".join(".length());
        return inner.endsWith(")") ? inner.substring(0, inner.length() - 1).strip() : inner.strip();
    }

    private static int endOfName(String line, int from) {
        int end = from;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static List<String> texts(Assignment assignment) {
        boolean string = assignment
                .value()
                .filter(value -> value.kind() == Constant.Kind.STRING)
                .isPresent();
        return string
                ? List.of(assignment.value().orElseThrow().text())
                : elements(assignment.text().strip());
    }

    /** The texts of a plain list, tuple or set of texts, or of a text that is split; empty for anything else. */
    private static List<String> elements(String python) {
        List<String> texts = Quoted.texts(python);
        if (python.endsWith(".split()") && texts.size() == 1) {
            return List.of(texts.get(0).strip().split("\\s+"));
        }
        boolean open = !python.isEmpty() && "[({".indexOf(python.charAt(0)) >= 0;
        return open && isFlat(python) ? List.copyOf(texts) : List.of();
    }

    /** Whether nothing but texts, commas and comments stands between one pair of brackets. */
    private static boolean isFlat(String python) {
        char quote = 0;
        for (int i = 1; i < python.length() - 1; i++) {
            char c = python.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c != ',' && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return quote == 0;
    }

    /** All that is known of some names, one after the other. */
    List<String> all(List<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.addAll(of(name)));
        return all;
    }
}
