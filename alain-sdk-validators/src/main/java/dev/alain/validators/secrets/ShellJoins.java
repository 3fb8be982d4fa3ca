package dev.alain.validators.secrets;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Puts words of shell commands together: quotes glued to each other, and variables the same command sets. */
final class ShellJoins {
    private static final int MOST_SPENT = 200;

    private final String cell;
    private final String source;
    private final BiConsumer<Joined, Integer> sink;
    private final Map<String, Joined> variables = new HashMap<>();
    private int at;
    private int end;
    private long budget;

    ShellJoins(String cell, String source, BiConsumer<Joined, Integer> sink) {
        this.cell = cell;
        this.source = source;
        this.sink = sink;
    }

    /** Reads a command; the sink takes every word of several pieces and where its value starts. */
    void read(int from, int to) {
        at = from;
        end = to;
        budget += (long) MOST_SPENT * (to - from);
        while (at < end) {
            boolean mark = at == from && source.charAt(at) == '!';
            if (mark || isBreak(source.charAt(at))) {
                at++;
            } else {
                word();
            }
        }
    }

    private void word() {
        String name = assigned();
        int start = at;
        Joined whole = Joined.EMPTY;
        while (at < end && !isBreak(source.charAt(at))) {
            whole = plus(whole, piece());
        }
        if (!name.isEmpty()) {
            variables.put(name, whole);
        }
        if (whole.pieces().size() > 1 && whole.text().length() <= Joined.LONGEST) {
            sink.accept(whole, start);
        }
    }

    /** The variable that the word at hand sets; empty for none. */
    private String assigned() {
        int next = nameEnd(at);
        if (next == at || next >= end || source.charAt(next) != '=') {
            return "";
        }
        String name = source.substring(at, next);
        at = next + 1;
        return name;
    }

    private Joined piece() {
        char c = source.charAt(at);
        if (c == '"' || c == '\'') {
            int close = source.indexOf(c, at + 1);
            int from = at + 1;
            int to = close < 0 || close > end ? end : close;
            at = Math.min(end, to + 1);
            return c == '"' && source.startsWith("$", from) ? variable(from, to) : plain(from, to);
        }
        if (c == '$') {
            boolean braced = at + 1 < end && source.charAt(at + 1) == '{';
            int close = braced ? nameEnd(at + 2) + 1 : nameEnd(at + 1);
            int from = at;
            at = Math.min(end, Math.max(at + 1, close));
            return variable(from, at);
        }
        int from = at++;
        while (at < end && !isBreak(source.charAt(at)) && "\"'$".indexOf(source.charAt(at)) < 0) {
            at++;
        }
        return plain(from, at);
    }

    private Joined variable(int from, int to) {
        String name = source.substring(from, to).replaceAll("[${}]", "");
        return variables.getOrDefault(name, Joined.loose("{}"));
    }

    private Joined plain(int from, int to) {
        return Joined.of(cell, source, from, to, true);
    }

    private Joined plus(Joined first, Joined second) {
        budget -= first.text().length() + second.text().length();
        return budget < 0 ? second : first.plus(second);
    }

    private int nameEnd(int from) {
        int to = from;
        while (to < end && (Character.isLetterOrDigit(source.charAt(to)) || source.charAt(to) == '_')) {
            to++;
        }
        return to;
    }

    private static boolean isBreak(char c) {
        return Character.isWhitespace(c) || c == ';' || c == '&' || c == '|' || c == '(' || c == ')';
    }
}
