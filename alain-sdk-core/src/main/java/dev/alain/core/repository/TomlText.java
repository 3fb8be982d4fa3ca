package dev.alain.core.repository;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a TOML text with the strings of their values, in one pass.
 *
 * <p>No parser: it knows tables, keys, strings, arrays and comments, which is what {@code pyproject.toml} needs, and
 * passes over whatever else stands there.
 */
final class TomlText {
    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private String table = "";
    private int at;
    private int line = 1;

    private TomlText(String text) {
        this.text = text;
    }

    /**
     * A key of a table.
     *
     * @param table its dotted name without quotes; empty before the first table
     * @param strings the strings of the value, those within arrays and inline tables too
     * @param raw the value as it is written
     */
    record Entry(String table, String key, List<TextLine> strings, String raw, int line) {
        boolean is(String inTable, String named) {
            return table.equals(inTable) && key.equals(named);
        }
    }

    static List<Entry> read(String text) {
        TomlText toml = new TomlText(text);
        while (toml.at < text.length()) {
            toml.statement();
        }
        return List.copyOf(toml.entries);
    }

    private void statement() {
        char c = text.charAt(at);
        if (c == '\n') {
            line++;
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '#') {
            at = endOfLine();
        } else if (c == '[') {
            table = name(text.substring(at, endOfLine()));
            at = endOfLine();
        } else {
            int end = endOfLine();
            int equals = text.substring(at, end).indexOf('=');
            if (equals < 0) {
                at = end;
            } else {
                String key = name(text.substring(at, at + equals));
                at += equals + 1;
                value(key);
            }
        }
    }

    private void value(String key) {
        List<TextLine> strings = new ArrayList<>();
        int first = line;
        int start = at;
        int depth = 0;
        while (at < text.length() && (depth > 0 || text.charAt(at) != '\n')) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                string(c, strings);
                continue;
            }
            if (c == '#') {
                at = endOfLine();
                continue;
            }
            depth += c == '[' || c == '{' ? 1 : 0;
            depth -= c == ']' || c == '}' ? 1 : 0;
            line += c == '\n' ? 1 : 0;
            at++;
        }
        entries.add(new Entry(
                table, key, List.copyOf(strings), text.substring(start, at).strip(), first));
    }

    private void string(char quote, List<TextLine> strings) {
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = text.startsWith(triple, at);
        int first = line;
        int start = at + (isTriple ? 3 : 1);
        int end = start;
        while (end < text.length() && !(isTriple ? text.startsWith(triple, end) : text.charAt(end) == quote)) {
            if (text.charAt(end) == '\n') {
                if (!isTriple) {
                    break;
                }
                line++;
            }
            end += quote == '"' && text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n'
                    ? 2
                    : 1;
        }
        end = Math.min(end, text.length());
        // In a requirement the only escape is that of a quote.
        strings.add(new TextLine(text.substring(start, end).replace("\\\"", "\""), first));
        boolean closed = end < text.length() && text.charAt(end) == quote;
        at = Math.min(text.length(), end + (closed ? (isTriple ? 3 : 1) : 0));
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static String name(String written) {
        int comment = written.indexOf('#');
        String name = comment < 0 ? written : written.substring(0, comment);
        return name.replace("[", "")
                .replace("]", "")
                .replace("\"", "")
                .replace("'", "")
                .strip();
    }
}
