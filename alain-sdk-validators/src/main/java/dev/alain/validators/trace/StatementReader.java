package dev.alain.validators.trace;

import dev.alain.validators.trace.CellTrace.Assigned;
import dev.alain.validators.trace.CellTrace.Line;
import dev.alain.validators.trace.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through the statements of a cell. */
final class StatementReader {
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "elif",
            "else",
            "while",
            "return",
            "yield",
            "with",
            "try",
            "except",
            "finally",
            "raise",
            "assert",
            "del",
            "global",
            "nonlocal",
            "pass",
            "break",
            "continue",
            "async",
            "in",
            "class");

    private final Found found;
    private final String source;
    private final Blocks blocks = new Blocks();
    private final Set<Token> seen = new HashSet<>();
    private final List<Token> tokens;
    private final Names names;
    private final ExpressionReader expressions;
    private Value last = Value.UNKNOWN;

    private StatementReader(String source, Names names, Found found, int depth, int firstLine) {
        this.source = source;
        this.found = found;
        this.names = names;
        this.tokens = Tokens.of(source);
        this.expressions = new ExpressionReader(source, tokens, names, found, depth, firstLine);
    }

    static CellTrace read(String cellId, String source, Names names) {
        if (source.stripLeading().startsWith("%%")) {
            return cellMagic(cellId, source, names);
        }
        StatementReader reader = new StatementReader(source, names, Found.nothing(), 0, 0);
        reader.all();
        return new CellTrace(cellId, reader.found.calls(), reader.found.assigned(), reader.found.commands());
    }

    /** Code inside code, such as the text given to {@code exec}; what it comes to is that of its last expression. */
    static Value nested(String code, Names names, Found found, int depth, int line) {
        StatementReader reader = new StatementReader(code, names, found, depth, line);
        reader.all();
        return reader.last;
    }

    private static CellTrace cellMagic(String cellId, String source, Names names) {
        int start = source.length() - source.stripLeading().length();
        int end = source.indexOf('\n', start);
        String first = end < 0 ? source.substring(start) : source.substring(start, end);
        int line =
                (int) source.substring(0, start).chars().filter(c -> c == '\n').count();
        List<Line> commands = new ArrayList<>(List.of(new Line(source.substring(start), line + 1)));
        String name = first.substring(2).strip().split("\\s", 2)[0];
        boolean python = Set.of("time", "timeit", "capture", "prun", "python", "python3", "py")
                .contains(name);
        boolean file = name.equals("writefile") && first.strip().endsWith(".py");
        if ((python || file) && end >= 0) {
            StatementReader reader =
                    new StatementReader(source.substring(end + 1), names, Found.nothing(), 0, line + 1);
            reader.all();
            commands.addAll(reader.found.commands());
            return new CellTrace(cellId, reader.found.calls(), reader.found.assigned(), commands);
        }
        return new CellTrace(cellId, List.of(), List.of(), commands);
    }

    private void all() {
        while (expressions.hasMore()) {
            int before = expressions.position();
            statement();
            if (expressions.position() == before) {
                expressions.skip();
            }
        }
        // Brackets that broken code leaves open swallow commands of IPython.
        tokens.stream()
                .filter(token -> token.kind() == Kind.COMMAND && !seen.contains(token))
                .forEach(this::command);
    }

    private void statement() {
        Token token = expressions.peek();
        blocks.at(token, expressions.previous(), expressions.ahead(), source);
        if (token.kind() == Kind.LINE_END || token.is(";") || token.is(":")) {
            expressions.skip();
        } else if (token.kind() == Kind.COMMAND) {
            command(token);
            expressions.skip();
        } else if (token.is("import")) {
            expressions.skip();
            imports();
        } else if (token.is("from")) {
            expressions.skip();
            importsFrom();
        } else if (token.is("for")) {
            expressions.skip();
            loop();
        } else if (token.is("def")) {
            parameters();
        } else if (token.is("as")) {
            expressions.skip();
            bindNext(last);
        } else if (token.kind() == Kind.NAME && KEYWORDS.contains(token.text())) {
            expressions.skip();
        } else {
            int before = found.calls().size();
            expression();
            blocks.mark(found.calls().subList(before, found.calls().size()));
        }
    }

    private void command(Token token) {
        seen.add(token);
        found.commands().add(new Line(FilledIn.of(token.text(), names), expressions.lineOf(token)));
    }

    private void expression() {
        List<String> targets = new ArrayList<>();
        List<String> single = expressions.targets();
        last = expressions.list();
        while (expressions.peek().is("=") || expressions.peek().is(":")) {
            if (expressions.peek().is(":") && !isAnnotation(single)) {
                return;
            }
            if (expressions.peek().is(":")) {
                expressions.skip();
                expressions.list();
                if (!expressions.peek().is("=")) {
                    return;
                }
            }
            targets.addAll(single.isEmpty() ? List.of(last.name()) : single);
            expressions.skip();
            single = expressions.targets();
            last = expressions.peek().kind() == Kind.COMMAND
                    ? Functions.printedBy(expressions.peek().text())
                    : expressions.list();
        }
        if (expressions.peek().is("+=") && single.size() == 1) {
            Value before = names.get(single.get(0));
            targets.addAll(single);
            expressions.skip();
            last = Operations.binary("+", before, expressions.list());
        }
        assign(targets);
    }

    private static boolean isAnnotation(List<String> targets) {
        return targets.size() == 1;
    }

    private void assign(List<String> targets) {
        boolean parts = targets.size() > 1 && last.items().size() == targets.size();
        for (int i = 0; i < targets.size(); i++) {
            String target = targets.get(i);
            Value value = parts ? last.items().get(i) : last;
            if (target.isEmpty()) {
                continue;
            }
            names.bind(target, blocks.merged(names.get(target), value));
            found.assigned()
                    .add(new Assigned(Names.canonical(target), value, expressions.lineOf(expressions.previous())));
        }
    }

    private void imports() {
        while (expressions.peek().kind() == Kind.NAME) {
            String module = expressions.dotted();
            if (expressions.peek().is("as")) {
                expressions.skip();
                bindNext(Value.named(Names.canonical(module)));
            } else {
                String root = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
                names.bind(root, Value.named(Names.canonical(root)));
            }
            if (!expressions.peek().is(",")) {
                return;
            }
            expressions.skip();
        }
    }

    private void importsFrom() {
        if (expressions.peek().kind() != Kind.NAME) {
            return;
        }
        String module = expressions.dotted();
        if (!expressions.peek().is("import")) {
            return;
        }
        expressions.skip();
        while (expressions.peek().is("(")
                || expressions.peek().is(",")
                || expressions.peek().kind() == Kind.NAME) {
            if (expressions.peek().kind() != Kind.NAME) {
                expressions.skip();
                continue;
            }
            String name = expressions.peek().text();
            expressions.skip();
            Value value = Operations.imported(Names.canonical(module + "." + name));
            if (expressions.peek().is("as")) {
                expressions.skip();
                bindNext(value);
            } else {
                names.bind(name, value);
            }
        }
    }

    private void bindNext(Value value) {
        if (expressions.peek().kind() == Kind.NAME) {
            names.bind(expressions.peek().text(), value);
            expressions.skip();
        }
    }

    private void loop() {
        List<String> targets = expressions.loopTargets();
        Value over = expressions.list();
        Value item = Operations.anyItem(over);
        targets.forEach(target -> names.bind(target, item));
        blocks.over(over);
    }

    /** A function's parameters hide what their names stood for. */
    private void parameters() {
        int column = Blocks.column(source, expressions.peek());
        expressions.skip();
        String name = expressions.peek().text();
        expressions.skip();
        List<String> parameters = new ArrayList<>();
        int depth = 0;
        while (expressions.hasMore() && expressions.peek().kind() != Kind.LINE_END) {
            Token token = expressions.peek();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean first =
                    expressions.previous().is("(") || expressions.previous().is(",");
            if (first && depth == 1 && token.kind() == Kind.NAME) {
                names.bind(token.text(), Value.UNKNOWN);
                parameters.add(token.text());
            }
            if (token.is(":") && depth == 0) {
                String code = Body.block(source, Math.min(source.length(), token.end()), column);
                names.define(name, new Body(parameters, code));
                return;
            }
            expressions.skip();
        }
    }
}
