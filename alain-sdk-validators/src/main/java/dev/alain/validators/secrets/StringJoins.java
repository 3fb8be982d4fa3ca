package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Puts texts together that code splits: neighbours, {@code +}, {@code join}, {@code format}, f-strings, names.
 *
 * <p>Reads cells in order and remembers what names were given; needs no syntax tree, so that broken cells count too.
 */
final class StringJoins {
    private static final int DEEPEST = 4;
    private static final int MOST_LISTED = KnownTexts.MOST_LISTED;
    private static final long SPENT_A_CHARACTER = 100;

    private final KnownTexts known = new KnownTexts();
    private final BiConsumer<Joined, Integer> sink;
    /** What may still be spent on names and on putting texts together, in characters; keeps hostile code linear. */
    private long budget = 1_000_000;

    private String cell = "";
    private String source = "";
    private List<Token> tokens = List.of();
    private int at;

    /** The sink takes each text that has several pieces or escapes, and where its expression starts. */
    StringJoins(BiConsumer<Joined, Integer> sink) {
        this.sink = sink;
    }

    /** Reads the next cell. */
    void read(String cellId, String text, List<Token> cellTokens) {
        cell = cellId;
        source = text;
        tokens = cellTokens;
        at = 0;
        known.inClass("");
        budget += SPENT_A_CHARACTER * text.length();
        while (at < tokens.size()) {
            int start = at;
            if (!assignment() && !expression()) {
                at = start + 1;
            }
        }
    }

    private boolean assignment() {
        boolean starts = at == 0 || tokens.get(at - 1).kind() == Token.Kind.LINE_END || isAt(at - 1, ";");
        if (!starts) {
            return false;
        }
        if (tokens.get(at).is("class") && at + 1 < tokens.size()) {
            known.inClass(tokens.get(at + 1).text());
        } else if (tokens.get(at).start() == 0 || source.charAt(tokens.get(at).start() - 1) == '\n') {
            known.inClass("");
        }
        return appended() || unpacked() || named();
    }

    private boolean named() {
        Target target = Target.of(tokens, at);
        int start = target.end() + 1;
        boolean more = isAt(target.end(), "+=");
        if (target.name().isEmpty() || !more && !isAt(target.end(), "=")) {
            return false;
        }
        String name = target.name();
        at = start;
        if (listed(name, more)) {
            return true;
        }
        at = start;
        Joined before = known.forget(name);
        Optional<Joined> value = start < tokens.size() ? sum(0) : Optional.empty();
        if (value.isPresent()) {
            Joined whole = more && before != null ? plus(before, value.get()) : value.get();
            known.give(name, whole);
            report(whole, start);
        } else {
            at = start;
        }
        return true;
    }

    /** A list, a tuple or a dict of texts that a name is given. */
    private boolean listed(String name, boolean more) {
        if (isAt(at, "[") && isAt(at + 1, "]")) {
            known.giveList(name, List.of(), more);
            at += 2;
            return true;
        }
        if (isAt(at, "{")) {
            return entries(name);
        }
        Optional<List<Joined>> listed = list(0, false);
        if (listed.isEmpty() || isAt(at, ".") || isAt(at, "[")) {
            return false;
        }
        budget -= MOST_LISTED;
        known.giveList(name, listed.get(), more && budget > 0);
        return true;
    }

    private boolean entries(String name) {
        at++;
        while (at + 1 < tokens.size() && tokens.get(at).isString() && isAt(at + 1, ":")) {
            String key = tokens.get(at).inner();
            at += 2;
            int start = at;
            Optional<Joined> value = sum(0);
            if (value.isEmpty() || !isAt(at, ",") && !isAt(at, "}")) {
                at = start;
                return true;
            }
            report(value.get(), start);
            known.give(Target.name(name, key), value.get());
            at++;
        }
        return true;
    }

    private boolean appended() {
        boolean call = isAt(at + 1, ".") && isAt(at + 2, "append") && isAt(at + 3, "(");
        if (!call || known.list(tokens.get(at).text()) == null) {
            return false;
        }
        String name = tokens.get(at).text();
        int start = at;
        at += 4;
        Optional<Joined> value = sum(0);
        if (value.isEmpty() || !isAt(at, ")")) {
            at = start;
            return false;
        }
        known.append(name, value.get());
        at++;
        return true;
    }

    private boolean unpacked() {
        int start = at;
        List<String> targets = new ArrayList<>();
        while (at + 1 < tokens.size() && tokens.get(at).kind() == Token.Kind.NAME && targets.size() < MOST_LISTED) {
            targets.add(tokens.get(at).text());
            at += isAt(at + 1, ",") ? 2 : 1;
        }
        boolean several = targets.size() > 1 && isAt(at, "=");
        at = several ? at + 1 : start;
        for (int i = 0; several && i < targets.size(); i++) {
            at += i == 0 && (isAt(at, "(") || isAt(at, "[")) ? 1 : 0;
            int from = at;
            Optional<Joined> value = sum(0);
            if (value.isEmpty()) {
                at = from;
                break;
            }
            known.give(targets.get(i), value.get());
            report(value.get(), from);
            at += isAt(at, ",") ? 1 : 0;
        }
        return several;
    }

    private boolean expression() {
        int start = at;
        Optional<Joined> value = sum(0);
        value.filter(joined -> at > start + 1 || tokens.get(start).isString())
                .ifPresent(joined -> report(joined, start));
        return value.isPresent();
    }

    private void report(Joined joined, int token) {
        boolean changed =
                joined.pieces().size() != 1 || joined.pieces().stream().anyMatch(Joined.Piece::isEscaped);
        budget -= joined.text().length();
        if (changed && joined.text().length() <= Joined.LONGEST && budget > 0) {
            sink.accept(joined, tokens.get(token).start());
        }
    }

    private Optional<Joined> sum(int depth) {
        Optional<Joined> whole = term(depth);
        while (whole.isPresent() && at < tokens.size()) {
            int back = at;
            boolean plus = isAt(at, "+");
            if (!plus && !tokens.get(at).isString()) {
                break;
            }
            at += plus ? 1 : 0;
            Optional<Joined> next = term(depth);
            if (next.isEmpty()) {
                at = back;
                break;
            }
            whole = Optional.of(plus(whole.get(), next.get()));
        }
        return whole;
    }

    private Optional<Joined> term(int depth) {
        if (at >= tokens.size() || depth > DEEPEST || --budget < 0) {
            return Optional.empty();
        }
        Token token = tokens.get(at);
        if (token.isString()) {
            at++;
            return Optional.of(applied(token.hasPrefix('f') ? formatted(token) : literal(token), depth));
        }
        if (token.is("(")) {
            return inBrackets(depth);
        }
        Optional<CharCodes> codes = CharCodes.at(tokens, at);
        if (codes.isPresent()) {
            budget -= codes.get().text().length();
            at = codes.get().end();
            return Optional.of(applied(Joined.loose(codes.get().text()), depth));
        }
        Target target = Target.of(tokens, at);
        Joined text = isAt(target.end(), "(") || isAt(target.end(), "=") ? null : known.text(target.name());
        if (text != null) {
            at = target.end();
            return Optional.of(applied(text, depth));
        }
        return Optional.empty();
    }

    private Optional<Joined> inBrackets(int depth) {
        int start = at++;
        Optional<Joined> inner = sum(depth + 1);
        if (inner.isPresent() && isAt(at, ")")) {
            at++;
            return Optional.of(applied(inner.get(), depth));
        }
        at = start;
        return Optional.empty();
    }

    /** What {@code .join([...])}, {@code .format(...)} and {@code % ...} make of a text. */
    private Joined applied(Joined text, int depth) {
        int start = at;
        boolean method = isAt(at, ".") && isAt(at + 2, "(");
        if (method && isAt(at + 1, "join")) {
            at += 3;
            Optional<CharCodes> codes = CharCodes.joined(tokens, at);
            if (codes.isPresent() && isAt(codes.get().end(), ")")) {
                at = codes.get().end() + 1;
                budget -= codes.get().text().length();
                return Joined.loose(codes.get().text());
            }
            Optional<List<Joined>> parts = list(depth + 1, false);
            if (parts.isPresent() && isAt(at, ")")) {
                at++;
                return joined(text, parts.get());
            }
        } else if (method && isAt(at + 1, "format")) {
            at += 2;
            Optional<List<Joined>> parts = list(depth + 1, true);
            if (parts.isPresent()) {
                return text.text().contains("{0}")
                        ? Templates.fill(text, numbered(parts.get()))
                        : Templates.fill(text, parts.get(), "{}");
            }
            Map<String, Joined> given = keywords(depth + 1);
            if (!given.isEmpty()) {
                return Templates.fill(text, given);
            }
        } else if (isAt(at, "%")) {
            at++;
            Optional<List<Joined>> parts =
                    isAt(at, "(") ? list(depth + 1, true) : term(depth + 1).map(List::of);
            if (parts.isPresent()) {
                return Templates.fill(text, parts.get(), "%s");
            }
        }
        at = start;
        return text;
    }

    private static Map<String, Joined> numbered(List<Joined> parts) {
        Map<String, Joined> numbered = new HashMap<>();
        parts.forEach(part -> numbered.put(String.valueOf(numbered.size()), part));
        return numbered;
    }

    /** Texts given by keyword in the brackets here; empty when anything else is given. */
    private Map<String, Joined> keywords(int depth) {
        Map<String, Joined> given = new HashMap<>();
        int next = at + 1;
        while (isAt(next + 1, "=") && tokens.get(next).kind() == Token.Kind.NAME && given.size() < MOST_LISTED) {
            at = next + 2;
            Optional<Joined> value = sum(depth);
            if (value.isEmpty() || !isAt(at, ",") && !isAt(at, ")")) {
                return Map.of();
            }
            given.put(tokens.get(next).text(), value.get());
            next = at + 1;
            if (isAt(at, ")")) {
                at++;
                return given;
            }
        }
        return Map.of();
    }

    private Joined joined(Joined separator, List<Joined> parts) {
        Joined whole = Joined.EMPTY;
        for (int i = 0; i < parts.size(); i++) {
            whole = plus(i == 0 ? whole : plus(whole, separator), parts.get(i));
        }
        return whole;
    }

    /** A list or tuple of texts only, or a name for one; a single text in brackets counts when asked for. */
    private Optional<List<Joined>> list(int depth, boolean single) {
        List<Joined> named = at < tokens.size() && !isAt(at + 1, "[")
                ? known.list(tokens.get(at).text())
                : null;
        if (named != null) {
            at++;
            return Optional.of(List.copyOf(named));
        }
        if (!isAt(at, "[") && !isAt(at, "(")) {
            return Optional.empty();
        }
        int start = at++;
        String close = tokens.get(start).is("[") ? "]" : ")";
        List<Joined> parts = new ArrayList<>();
        while (at < tokens.size() && !isAt(at, close) && parts.size() < MOST_LISTED) {
            Optional<Joined> part = sum(depth + 1);
            if (part.isEmpty() || !isAt(at, ",") && !isAt(at, close)) {
                at = start;
                return Optional.empty();
            }
            parts.add(part.get());
            at += isAt(at, ",") ? 1 : 0;
        }
        boolean several = single || close.equals("]") || parts.size() > 1 || isAt(at - 1, ",");
        boolean ok = isAt(at, close) && several && !parts.isEmpty();
        at = ok ? at + 1 : start;
        return ok ? Optional.of(parts) : Optional.empty();
    }

    private Joined literal(Token token) {
        return Joined.of(cell, source, token.body(), token.bodyEnd(), token.hasPrefix('r'));
    }

    /** An f-string; a field that is no known name stays a gap. */
    private Joined formatted(Token token) {
        Joined whole = Joined.EMPTY;
        int from = token.body();
        int brace = indexOf('{', from, token.bodyEnd());
        boolean raw = token.hasPrefix('r');
        while (brace >= 0) {
            int close = indexOf('}', brace, token.bodyEnd());
            if (close < 0) {
                break;
            }
            whole = plus(plus(whole, Joined.of(cell, source, from, brace, raw)), field(brace + 1, close));
            from = close + 1;
            brace = indexOf('{', from, token.bodyEnd());
        }
        return plus(whole, Joined.of(cell, source, from, token.bodyEnd(), raw));
    }

    private Joined field(int from, int to) {
        String field = source.substring(from, to).strip();
        int length = field.length();
        boolean quoted =
                length > 1 && "\"'".indexOf(field.charAt(0)) >= 0 && field.charAt(length - 1) == field.charAt(0);
        if (quoted) {
            int start = source.indexOf(field, from) + 1;
            return Joined.of(cell, source, start, start + length - 2, false);
        }
        Joined named = known.text(field.replace("\"", "").replace("'", ""));
        return named == null ? Joined.loose("{}") : named;
    }

    private int indexOf(char wanted, int from, int to) {
        int found = from;
        while (found < to && source.charAt(found) != wanted) {
            found++;
        }
        return found < to ? found : -1;
    }

    private Joined plus(Joined first, Joined second) {
        budget -= first.text().length() + second.text().length();
        return budget < 0 ? second : first.plus(second);
    }

    private boolean isAt(int token, String sign) {
        return token >= 0 && token < tokens.size() && tokens.get(token).is(sign);
    }
}
