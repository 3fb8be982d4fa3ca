package com.oracle.graal.python.pegparser;

import com.oracle.graal.python.pegparser.tokenizer.Token;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What each rule of the grammar found at each token.
 *
 * <p>Takes the place of GraalPy's class of this name, whose nested hash maps need kilobytes a token. Most rules find
 * the same at a token, a name or nothing, so that one entry stands for many of them.
 *
 * <p>When a simple statement begins, what was found before it is forgotten, but for statements and blocks: no
 * expression holds a statement, and a compound statement that is tried another way reads its headings again and asks
 * for its blocks. The second reading, which looks for the reason of an error, takes over the whole statements and the
 * blocks of the first. Forgetting more or less changes the time it takes, not what is valid.
 */
@NullMarked
class RuleResultCache<T> {
    private static final int SIMPLE_STATEMENT = 1008;
    private static final int BLOCK = 1029;
    private static final int NEWLINE = Token.Kind.NEWLINE;
    private static final int SEMICOLON = Token.Kind.SEMI;
    private static final int FIRST_RULE = 1000;
    private static final int MOST_RULES = 1024;
    private static final int MOST_MEMOIZED = Long.SIZE;

    private final AbstractParser parser;
    private final byte[] bits = new byte[MOST_RULES];
    private int memoized;
    private @Nullable Found<T>[] found = room(256);

    /** Before this token only statements and blocks are remembered. */
    private int forgotten;

    RuleResultCache(AbstractParser parser) {
        this.parser = parser;
        Arrays.fill(bits, (byte) -1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> @Nullable Found<T>[] room(int tokens) {
        return new Found[tokens];
    }

    /** Whether a rule was tried at a token. */
    public boolean hasResult(int token, int rule) {
        if (find(token, rule) != null) {
            return true;
        }
        if (rule == SIMPLE_STATEMENT && token > forgotten) {
            forget(token);
        }
        return false;
    }

    /** What a rule found at a token, null when nothing; the parser goes to where the rule ended. */
    public @Nullable T getResult(int token, int rule) {
        Found<T> result = find(token, rule);
        if (result == null) {
            throw new IllegalArgumentException("rule " + rule + " was not tried at token " + token);
        }
        parser.reset(result.end);
        return result.node;
    }

    /** Notes what a rule found at a token, up to where the parser is; an earlier result is replaced. */
    public @Nullable T putResult(int token, int rule, @Nullable T node) {
        if (token >= found.length) {
            found = Arrays.copyOf(found, Math.max(token + 1, found.length * 2));
        }
        long bit = bit(rule);
        int end = parser.mark();
        Found<T> same = null;
        Found<T> before = null;
        for (Found<T> at = found[token]; at != null; at = at.next) {
            at.rules &= ~bit;
            if (at.node == node && at.end == end) {
                same = at;
            }
            if (at.rules == 0 && at != same) {
                unlink(token, before, at);
            } else {
                before = at;
            }
        }
        if (same == null) {
            same = new Found<>(node, end, found[token]);
            found[token] = same;
        }
        same.rules |= bit;
        return node;
    }

    /** Forgets everything but whole statements and blocks, for they are good; for a second reading from the start. */
    public void clear() {
        for (int token = 0; token < found.length; token++) {
            if (found[token] != null) {
                found[token] = token < forgotten ? lasting(token, true) : null;
            }
        }
        forgotten = 0;
    }

    private void unlink(int token, @Nullable Found<T> before, Found<T> gone) {
        if (before == null) {
            found[token] = gone.next;
        } else {
            before.next = gone.next;
        }
    }

    private @Nullable Found<T> find(int token, int rule) {
        if (token >= found.length) {
            return null;
        }
        long bit = bit(rule);
        Found<T> at = found[token];
        while (at != null && (at.rules & bit) == 0) {
            at = at.next;
        }
        return at;
    }

    private void forget(int until) {
        for (int token = forgotten; token < until && token < found.length; token++) {
            if (found[token] != null) {
                found[token] = lasting(token, false);
            }
        }
        forgotten = until;
    }

    /** What is remembered of a token: its block or its statement; a token begins one of them at most. */
    private @Nullable Found<T> lasting(int token, boolean goodOnly) {
        Found<T> statement = find(token, SIMPLE_STATEMENT);
        if (statement != null && isWhole(statement)) {
            return statement.alone(bit(SIMPLE_STATEMENT));
        }
        Found<T> block = find(token, BLOCK);
        return block == null || goodOnly && block.node == null ? null : block.alone(bit(BLOCK));
    }

    /** Whether a simple statement ends where it should; {@code x} of {@code x y} does not. */
    private boolean isWhole(Found<T> statement) {
        if (statement.node == null) {
            return false;
        }
        int next = parser.peekToken(statement.end).type;
        return next == NEWLINE || next == SEMICOLON;
    }

    /** The bit of a rule; rules get theirs in the order in which they come. */
    private long bit(int rule) {
        int bit = bits[rule - FIRST_RULE];
        if (bit < 0) {
            if (memoized == MOST_MEMOIZED) {
                throw new IllegalStateException("more than " + MOST_MEMOIZED + " rules are memoized: " + rule);
            }
            bit = memoized++;
            bits[rule - FIRST_RULE] = (byte) bit;
        }
        return 1L << bit;
    }

    /** What some rules found at a token, and where they ended. */
    private static final class Found<T> {
        private final @Nullable T node;
        private final int end;
        private long rules;
        private @Nullable Found<T> next;

        Found(@Nullable T node, int end, @Nullable Found<T> next) {
            this.node = node;
            this.end = end;
            this.next = next;
        }

        /** This one, for some rules only. */
        Found<T> alone(long those) {
            rules = those;
            next = null;
            return this;
        }
    }
}
