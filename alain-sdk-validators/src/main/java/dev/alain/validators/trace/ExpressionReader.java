package dev.alain.validators.trace;

import dev.alain.validators.trace.CallSite.Given;
import dev.alain.validators.trace.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions and works out what they come to as far as their parts are constant. */
final class ExpressionReader {
    private static final int MOST_NESTING = 60;
    private static final int MOST_ITEMS = 4096;
    private static final int MOST_SEEN = 8;
    private static final Set<String> SUM = Set.of("+", "-", "^", "|", "&", ">>", "<<");
    private static final Set<String> PRODUCT = Set.of("*", "/", "//", "%", "@", "**");
    private static final Set<String> LOOSE =
            Set.of("==", "!=", "<", ">", "<=", ">=", "in", "is", "not", "and", "or", "if", "else", "->");
    private static final Set<String> PREFIXES = Set.of("not", "await", "+", "~", "*", "**", "yield", "from", "in");

    private final String source;
    private final List<Token> tokens;
    private final Names names;
    private final Found found;
    private final Calls calls;
    private final int depth;
    private final int lineOffset;
    private int at;
    private int nesting;

    ExpressionReader(String source, List<Token> tokens, Names names, Found found, int depth, int lineOffset) {
        this.source = source;
        this.tokens = tokens;
        this.names = names;
        this.found = found;
        this.calls = new Calls(names, found, depth);
        this.depth = depth;
        this.lineOffset = lineOffset;
    }

    boolean hasMore() {
        return at < tokens.size() - 1;
    }

    int position() {
        return at;
    }

    Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token previous() {
        return tokens.get(Math.max(0, Math.min(at, tokens.size()) - 1));
    }

    void skip() {
        at = Math.min(at + 1, tokens.size());
    }

    int lineOf(Token token) {
        return depth == 0 ? token.line() + lineOffset : Math.max(1, lineOffset);
    }

    /** A dotted name as written. */
    String dotted() {
        StringBuilder name = new StringBuilder();
        while (peek().kind() == Kind.NAME || peek().is(".")) {
            boolean next = previous().is(".") || peek().is(".") || name.isEmpty();
            if (!next) {
                break;
            }
            name.append(peek().text());
            skip();
        }
        return name.toString();
    }

    /** Plain names before an equals sign, none when there is something else; nothing is read. */
    List<String> targets() {
        List<String> found = new ArrayList<>();
        int i = at;
        while (i < tokens.size() && tokens.get(i).kind() == Kind.NAME) {
            found.add(tokens.get(i).text());
            i++;
            boolean more = i < tokens.size() && tokens.get(i).is(",");
            if (!more) {
                break;
            }
            i++;
        }
        boolean ends = i < tokens.size()
                && (tokens.get(i).is("=")
                        || tokens.get(i).is(":")
                        || tokens.get(i).is("+="));
        return ends ? found : List.of();
    }

    List<String> loopTargets() {
        List<String> found = new ArrayList<>();
        while (hasMore() && !peek().is("in") && peek().kind() != Kind.LINE_END) {
            if (peek().kind() == Kind.NAME) {
                found.add(peek().text());
            }
            skip();
        }
        if (peek().is("in")) {
            skip();
        }
        return found;
    }

    /** One expression, or several with commas between them. */
    Value list() {
        Value first = expression();
        if (!peek().is(",")) {
            return first;
        }
        List<Value> items = new ArrayList<>(List.of(first));
        while (peek().is(",")) {
            skip();
            if (peek().kind() == Kind.LINE_END || peek().is("=")) {
                break;
            }
            items.add(expression());
        }
        return Operations.list(items);
    }

    Value expression() {
        if (++nesting > MOST_NESTING) {
            nesting--;
            skip();
            return Value.UNKNOWN;
        }
        Value value = sum();
        boolean condition = false;
        while (LOOSE.contains(peek().text()) && (peek().kind() == Kind.NAME || peek().kind() == Kind.SIGN)) {
            String sign = peek().text();
            skip();
            Value other = sum();
            condition = sign.equals("if") || condition && !sign.equals("else");
            value = Operations.either(value, condition ? Value.UNKNOWN.from(other.origins()) : other, sign, condition);
        }
        if (peek().is(":=")) {
            String target = previous().text();
            skip();
            value = expression();
            names.bind(target, value);
        }
        nesting--;
        return value;
    }

    private Value sum() {
        Value value = product();
        while (peek().kind() == Kind.SIGN && SUM.contains(peek().text())) {
            String sign = peek().text();
            skip();
            value = Operations.binary(sign, value, product());
        }
        return value;
    }

    private Value product() {
        Value value = unary();
        while (peek().kind() == Kind.SIGN && PRODUCT.contains(peek().text())) {
            String sign = peek().text();
            skip();
            value = Operations.binary(sign, value, unary());
        }
        return value;
    }

    private Value unary() {
        boolean negative = false;
        boolean not = false;
        while (PREFIXES.contains(peek().text()) || peek().is("-")) {
            negative ^= peek().is("-");
            not ^= peek().is("not");
            skip();
        }
        if (peek().is("lambda")) {
            return lambda();
        }
        Value value = suffixes(atom());
        if (not) {
            return value.data() instanceof Boolean known ? Value.of(!known) : Value.UNKNOWN.from(value.origins());
        }
        return negative && value.data() instanceof Long number ? Value.of(-number) : value;
    }

    private Value lambda() {
        skip();
        List<String> parameters = new ArrayList<>();
        while (hasMore() && !peek().is(":") && peek().kind() != Kind.LINE_END) {
            if (peek().kind() == Kind.NAME
                    && (previous().is("lambda") || previous().is(","))) {
                parameters.add(peek().text());
            }
            skip();
        }
        skip();
        int start = peek().start();
        Value body = expression();
        int end = Math.min(source.length(), Math.max(start, previous().end()));
        return end - start > Body.MOST || start > end
                ? body
                : Value.named(names.define(new Body(parameters, source.substring(start, end))))
                        .from(body.origins());
    }

    private Value atom() {
        Token token = peek();
        switch (token.kind()) {
            case STRING -> {
                return strings();
            }
            case NUMBER -> {
                skip();
                return Operations.number(token.text());
            }
            case NAME -> {
                skip();
                return switch (token.text()) {
                    case "True" -> Value.of(true);
                    case "False" -> Value.of(false);
                    default -> names.get(token.text());
                };
            }
            case SIGN -> {
                return "([{".contains(token.text()) ? bracket() : Value.UNKNOWN;
            }
            case LINE_END, COMMAND -> {
                return Value.UNKNOWN;
            }
        }
        return Value.UNKNOWN;
    }

    private Value strings() {
        Value value = Value.of("");
        while (peek().kind() == Kind.STRING) {
            Token token = peek();
            skip();
            Value part = token.formatted()
                    ? FormattedText.of(token.value(), names, found, depth, lineOf(token))
                    : Operations.literal(token);
            value = Operations.binary("+", value, part);
        }
        return value;
    }

    private Value bracket() {
        String open = peek().text();
        skip();
        List<Value> items = new ArrayList<>();
        boolean tuple = false;
        while (hasMore() && !isCloser()) {
            int before = at;
            Value item = item();
            if (peek().is("for") || peek().is("async")) {
                items.addAll(comprehension(before).items());
                tuple = true;
                continue;
            }
            items.add(item);
            if (peek().is(":")) {
                skip();
                items.add(expression());
            }
            tuple |= peek().is(",");
            if (peek().is(",") || at == before || !isCloser()) {
                skip();
            }
        }
        skip();
        boolean group = open.equals("(") && !tuple && items.size() == 1;
        return group ? items.get(0) : Operations.list(items);
    }

    private Value item() {
        return peek().is(",") || isCloser() ? Value.UNKNOWN : expression();
    }

    private boolean isCloser() {
        return peek().is(")") || peek().is("]") || peek().is("}");
    }

    /** Works out {@code element for name in items}; the element was read at {@code start}. */
    private Value comprehension(int start) {
        while (hasMore() && !peek().is("for")) {
            skip();
        }
        skip();
        List<String> targets = loopTargets();
        Value over = expression();
        int after = at;
        List<Value> results = new ArrayList<>();
        List<Value> items = Operations.iterated(over);
        Value any = Operations.anyItem(over);
        int work = items.size() * (after - start);
        boolean each = targets.size() == 1 && items.size() <= MOST_ITEMS && names.mayGoOn(work) && !items.isEmpty();
        for (Value item : each ? items : List.of(any)) {
            targets.forEach(target -> names.bind(target, item));
            at = start;
            int known = found.calls().size();
            results.add(expression());
            if (results.size() > MOST_SEEN) {
                found.calls().subList(known, found.calls().size()).clear();
            }
        }
        at = after;
        while (hasMore() && !isCloser() && !peek().is(",")) {
            int before = at;
            expression();
            at = at == before ? at + 1 : at;
        }
        return Operations.list(results);
    }

    private Value suffixes(Value start) {
        Value value = start;
        while (true) {
            if (peek().is(".") && ahead().kind() == Kind.NAME) {
                skip();
                Value owner = value;
                String name = peek().text();
                skip();
                value = peek().is("(") ? call(owner, name) : Operations.attribute(owner, name, names);
            } else if (peek().is("(")) {
                value = call(value, "");
            } else if (peek().is("[")) {
                value = subscript(value);
            } else {
                return value;
            }
        }
    }

    private Value subscript(Value owner) {
        int start = at;
        skip();
        boolean reversed = peek().is(":")
                && ahead().is(":")
                && tokens.get(Math.min(at + 2, tokens.size() - 1)).is("-");
        at = start;
        Value index = bracket();
        if (reversed) {
            return Operations.reversed(owner);
        }
        boolean one = index.items().size() == 1;
        return Operations.item(owner, one ? index.items().get(0) : Value.UNKNOWN.from(index.origins()), names);
    }

    /** Reads the arguments of a call and works out what it gives. */
    private Value call(Value owner, String method) {
        Token open = peek();
        List<Given> arguments = arguments();
        String function =
                method.isEmpty() ? owner.name() : (owner.name().isEmpty() ? "?" : owner.name()) + "." + method;
        return calls.result(new CallSite(Names.canonical(function), arguments, lineOf(open), owner), owner, method);
    }

    private List<Given> arguments() {
        List<Given> seen = new ArrayList<>();
        skip();
        while (hasMore() && !isCloser()) {
            int before = at;
            String keyword = "";
            if (peek().is("*") || peek().is("**")) {
                keyword = peek().text();
                skip();
            } else if (peek().kind() == Kind.NAME && tokens.get(at + 1).is("=")) {
                keyword = peek().text();
                skip();
                skip();
            }
            int start = at;
            Value value = item();
            if (peek().is("for") || peek().is("async")) {
                value = comprehension(start);
            }
            int first = tokens.get(start).start();
            int end = Math.max(first, previous().end());
            seen.add(new Given(keyword, source.substring(first, Math.min(end, source.length())), value));
            if (keyword.equals("**")) {
                Operations.pairs(value, seen);
            }
            if (peek().is(",") || at == before || !isCloser()) {
                skip();
            }
        }
        skip();
        return seen;
    }
}
