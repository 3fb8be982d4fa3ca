package dev.alain.core.repository;

import dev.alain.core.repository.PythonToken.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The modules that Python source imports, by the first part of their names; relative ones are left out. */
final class PythonImports {
    private PythonImports() {}

    /** Modules and the first line that imports each. */
    static Map<String, Integer> of(List<PythonToken> tokens) {
        Map<String, Integer> modules = new TreeMap<>();
        boolean start = true;
        for (int i = 0; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            if (start && token.isWord("import")) {
                i = names(tokens, i + 1, modules);
            } else if (start && token.isWord("from")) {
                i = module(tokens, i + 1, modules);
            }
            PythonToken last = tokens.get(Math.min(i, tokens.size() - 1));
            start = last.kind() == Kind.END || last.isSign(";") || last.isSign(":");
        }
        return modules;
    }

    /** {@code import a.b as c, d}; returns the index of the token that ends it. */
    private static int names(List<PythonToken> tokens, int from, Map<String, Integer> modules) {
        boolean first = true;
        int i = from;
        while (i < tokens.size()
                && tokens.get(i).kind() != Kind.END
                && !tokens.get(i).isSign(";")) {
            PythonToken token = tokens.get(i);
            if (first && token.kind() == Kind.WORD) {
                modules.putIfAbsent(token.text(), token.line());
            }
            first = token.isSign(",");
            i++;
        }
        return i;
    }

    /** {@code from a.b import c}; a sentence that begins with "from" has no import behind a dotted name. */
    private static int module(List<PythonToken> tokens, int from, Map<String, Integer> modules) {
        int i = from;
        while (i < tokens.size()
                && (tokens.get(i).isSign(".")
                        || (tokens.get(i).kind() == Kind.WORD && !tokens.get(i).isWord("import")))) {
            i++;
        }
        boolean whole = i < tokens.size() && i > from && tokens.get(i).isWord("import");
        PythonToken first = tokens.get(Math.min(from, tokens.size() - 1));
        if (whole && first.kind() == Kind.WORD) {
            modules.putIfAbsent(first.text(), first.line());
        }
        return Math.min(i, tokens.size() - 1);
    }
}
