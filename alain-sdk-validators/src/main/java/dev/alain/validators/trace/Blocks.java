package dev.alain.validators.trace;

import java.util.List;
import java.util.Set;

/** Knows in which blocks a statement stands, by its column. */
final class Blocks {
    private static final Set<String> BRANCHES = Set.of("if", "elif", "else", "try", "except", "for", "while");
    private static final Set<String> ENDLESS = Set.of("iter()", "itertools.count()", "itertools.cycle()");
    private static final Set<String> COPIES = Set.of("os.fork", "os.forkpty");
    private static final Set<String> LASTING = Set.of("decoded", "pieced", "fetched");
    private static final int NONE = -1;

    private int column;
    private int branch = NONE;
    private int endless = NONE;

    /** A statement starts, or goes on, at a token. */
    void at(Token token, Token previous, Token next, String source) {
        if (token.kind() == Token.Kind.LINE_END) {
            return;
        }
        if (previous.kind() == Token.Kind.LINE_END || previous.start() == token.start()) {
            column = column(source, token);
            branch = column <= branch ? NONE : branch;
            endless = column <= endless ? NONE : endless;
        }
        if (branch == NONE && token.kind() == Token.Kind.NAME && BRANCHES.contains(token.text())) {
            branch = column;
        }
        boolean always = next.is("True")
                || next.kind() == Token.Kind.NUMBER && !next.text().equals("0");
        if (token.is("while") && always) {
            endless = column;
        }
    }

    /** A loop goes over a value. */
    void over(Value value) {
        if (ENDLESS.contains(value.name())) {
            endless = column;
        }
    }

    static int column(String source, Token token) {
        return token.start() - source.lastIndexOf('\n', token.start() - 1) - 1;
    }

    /** Marks calls that an endless loop makes copies of the process with. */
    void mark(List<CallSite> calls) {
        if (endless != NONE) {
            calls.replaceAll(call -> COPIES.contains(call.function())
                    ? new CallSite(
                            call.function(),
                            call.arguments(),
                            call.line(),
                            call.receiver().from("endless"))
                    : call);
        }
    }

    /** What a name may stand for after a branch that gives it a value. */
    Value merged(Value before, Value after) {
        Value merged = after;
        for (String origin : LASTING) {
            merged = branch != NONE && before.isFrom(origin) ? merged.from(origin) : merged;
        }
        return merged;
    }
}
