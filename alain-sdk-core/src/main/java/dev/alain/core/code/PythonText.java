package dev.alain.core.code;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Python text taken apart: its code, line by line, with strings and comments blanked out, and its strings. */
public final class PythonText {
    private final String code;
    private final List<String> strings;

    private PythonText(String code, List<String> strings) {
        this.code = code;
        this.strings = strings;
    }

    /** Takes code apart; linear in it, and never fails. */
    public static PythonText of(String source) {
        StringBuilder plain = new StringBuilder(source.length());
        List<String> strings = new ArrayList<>();
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '#') {
                int end = source.indexOf('\n', i);
                i = end < 0 ? source.length() : end;
            } else if (c == '\\' && source.startsWith("\n", i + 1)) {
                i += 2; // the line goes on
            } else if (c == '"' || c == '\'') {
                int end = endOfString(source, i);
                strings.add(inner(source.substring(i, end)));
                plain.append('"');
                source.substring(i, end).chars().filter(sign -> sign == '\n').forEach(sign -> plain.append('\n'));
                plain.append('"');
                i = end;
            } else {
                plain.append(c);
                i++;
            }
        }
        // Identifiers are compared in this form by Python itself.
        return new PythonText(Normalizer.normalize(plain, Normalizer.Form.NFKC), joined(strings));
    }

    /** Strings that stand side by side are one to whoever puts them together; their sum is looked at too. */
    private static List<String> joined(List<String> strings) {
        List<String> all = new ArrayList<>(strings);
        for (int i = 0; i + 1 < strings.size(); i++) {
            all.add(strings.get(i) + strings.get(i + 1));
        }
        return all;
    }

    private static String inner(String literal) {
        int quotes = literal.startsWith("\"\"\"") || literal.startsWith("'''") ? 3 : 1;
        return literal.substring(
                Math.min(quotes, literal.length()),
                Math.max(Math.min(quotes, literal.length()), literal.length() - quotes));
    }

    private static int endOfString(String code, int start) {
        char quote = code.charAt(start);
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = code.startsWith(triple, start);
        int i = start + (isTriple ? 3 : 1);
        while (i < code.length()) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (isTriple ? code.startsWith(triple, i) : c == quote || c == '\n') {
                return Math.min(code.length(), i + (isTriple ? 3 : c == '\n' ? 0 : 1));
            }
            i++;
        }
        return code.length();
    }

    /** The code; strings are empty, comments gone, as many lines as before but for continuations. */
    public String code() {
        return code;
    }

    /** The content of all strings, escapes as written, and of neighbouring ones put together. */
    public List<String> strings() {
        return strings;
    }

    /** Every name and keyword of the code. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        int i = 0;
        while (i < code.length()) {
            int end = i;
            while (end < code.length() && (Character.isLetterOrDigit(code.charAt(end)) || code.charAt(end) == '_')) {
                end++;
            }
            if (end > i) {
                words.add(code.substring(i, end));
            }
            i = end + 1;
        }
        return words;
    }
}
