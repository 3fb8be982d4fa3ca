package dev.alain.validators.secrets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether showing a Python expression shows a secret. */
public final class SecretExposure {
    private static final Set<String> TRANSPARENT =
            Set.of("str", "repr", "dict", "list", "format", "dumps", "pformat", "sorted", "tuple", "strip", "join", "");
    private static final Set<String> READERS = Set.of("get", "getenv", "get_secret", "pop");
    private static final Set<String> TESTS = Set.of("is", "==", "!=", "in", "[", "if", "and", "else", "not", ">", "<");
    private static final int DEEPEST = 3;

    private final List<Token> tokens;
    private final int depth;

    private SecretExposure(String expression, int depth) {
        this.tokens = PythonTokens.of(expression);
        this.depth = depth;
    }

    /** What is shown, for people: {@code api_key}, {@code all of os.environ}; empty when nothing is. */
    public static Optional<String> of(String expression) {
        return new SecretExposure(expression, 0).find();
    }

    private Optional<String> find() {
        Deque<Boolean> clear = new ArrayDeque<>(List.of(true));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(")) {
                boolean call = i > 0 && tokens.get(i - 1).kind() == Token.Kind.NAME;
                clear.push(clear.peek()
                        && (!call || TRANSPARENT.contains(tokens.get(i - 1).text())));
            } else if (token.is("[")) {
                clear.push(clear.peek() && !isSubscript(i));
            } else if ((token.is(")") || token.is("]")) && clear.size() > 1) {
                clear.pop();
            } else if (Boolean.TRUE.equals(clear.peek())) {
                Optional<String> shown = shownAt(i);
                if (shown.isPresent()) {
                    return shown;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isSubscript(int bracket) {
        return bracket > 0
                && (tokens.get(bracket - 1).kind() == Token.Kind.NAME
                        || tokens.get(bracket - 1).is(")"));
    }

    private Optional<String> shownAt(int i) {
        Token token = tokens.get(i);
        if (token.isString()) {
            return token.hasPrefix('f') && depth < DEEPEST ? inFields(token) : Optional.empty();
        }
        if (token.kind() != Token.Kind.NAME
                || isAt(i - 1, "not")
                || isAt(i - 1, "if")
                || isAt(i - 1, "in")
                || isKeyword(i)) {
            return Optional.empty();
        }
        if (token.is("environ") && isAt(i - 2, "os")) {
            return environment(i);
        }
        int read = READERS.contains(token.text()) && isAt(i + 1, "(") ? i + 2 : isAt(i + 1, "[") ? i + 2 : -1;
        if (read > 0 && read < tokens.size() && tokens.get(read).isString()) {
            return lookedUp(read);
        }
        boolean whole = !isAt(i + 1, ".") && !isAt(i + 1, "(") && !isTest(i + 1);
        return whole && SecretNames.isSecret(token.text()) ? Optional.of(token.text()) : Optional.empty();
    }

    /** {@code print(x, file=y)}: a keyword's name shows nothing. */
    private boolean isKeyword(int i) {
        return isAt(i + 1, "=");
    }

    private Optional<String> environment(int i) {
        if (isAt(i - 3, "in") || isAt(i - 3, "if") || isAt(i - 3, "not")) {
            return Optional.empty();
        }
        boolean listing = isAt(i + 1, ".") && (isAt(i + 2, "items") || isAt(i + 2, "values") || isAt(i + 2, "copy"));
        boolean whole = !isAt(i + 1, ".") && !isAt(i + 1, "[") && !isTest(i + 1);
        if (listing || whole) {
            return Optional.of("all of os.environ");
        }
        int name = isAt(i + 1, "[") ? i + 2 : -1;
        return name > 0 && name < tokens.size() && tokens.get(name).isString() ? lookedUp(name) : Optional.empty();
    }

    /** A value that is read by a constant name: shown unless something is done to it. */
    private Optional<String> lookedUp(int name) {
        int close = name;
        while (close < tokens.size()
                && !tokens.get(close).is(")")
                && !tokens.get(close).is("]")) {
            close++;
        }
        boolean whole = !isTest(close + 1) && !isAt(close + 1, ".");
        String key = tokens.get(name).inner();
        return whole && SecretNames.isSecret(key) ? Optional.of(key) : Optional.empty();
    }

    private Optional<String> inFields(Token token) {
        String inner = token.inner();
        int open = inner.indexOf('{');
        while (open >= 0) {
            int close = inner.indexOf('}', open);
            boolean field = close > open && !inner.startsWith("{{", open);
            if (field) {
                String expression = inner.substring(open + 1, close);
                Optional<String> shown = new SecretExposure(withoutFormat(expression), depth + 1).find();
                if (shown.isPresent()) {
                    return shown;
                }
            }
            open = inner.indexOf('{', field ? close : open + (inner.startsWith("{{", open) ? 2 : 1));
        }
        return Optional.empty();
    }

    private static String withoutFormat(String field) {
        int end = field.length();
        int conversion = field.indexOf('!');
        if (conversion > 0 && conversion + 1 < field.length() && "rsa".indexOf(field.charAt(conversion + 1)) >= 0) {
            end = conversion;
        }
        String expression = field.substring(0, end);
        boolean simple = expression.indexOf(':') > 0 && expression.indexOf('[') < 0 && expression.indexOf('(') < 0;
        expression = simple ? expression.substring(0, expression.indexOf(':')) : expression;
        return expression.endsWith("=") ? expression.substring(0, expression.length() - 1) : expression;
    }

    private boolean isTest(int i) {
        return i < tokens.size()
                && !tokens.get(i).isString()
                && TESTS.contains(tokens.get(i).text());
    }

    private boolean isAt(int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
    }
}
