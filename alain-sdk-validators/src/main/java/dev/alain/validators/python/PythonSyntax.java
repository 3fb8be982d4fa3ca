package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.AbstractParser;
import dev.alain.validators.parser.graalpy.InputType;
import dev.alain.validators.parser.graalpy.Parser;
import dev.alain.validators.parser.graalpy.ParserCallbacks;
import dev.alain.validators.parser.graalpy.sst.ModTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * Python's grammar: the verdict of CPython 3.13's {@code ast.parse}, with {@code await} allowed at the top.
 *
 * <p>Differs in one thing: defaults of type parameters (PEP 696) are errors. Like {@code ast.parse}, it allows a
 * {@code return} outside of a function. Never throws.
 */
final class PythonSyntax {
    private static final int FEATURE_VERSION = 13;

    private PythonSyntax() {}

    /**
     * A verdict.
     *
     * @param module the tree; null when there is an error
     * @param error null when there is a tree
     */
    record Verdict(ModTy.@Nullable Module module, @Nullable Fault error) {
        boolean valid() {
            return module != null;
        }
    }

    /** A syntax error; line from 1, column from 0. */
    record Fault(String message, int line, int column) {}

    static Verdict parse(String code) {
        int zero = code.indexOf('\0');
        if (zero >= 0) {
            return error("source code string cannot contain null bytes", lineOf(code, zero), 0);
        }
        if (code.startsWith("\uFEFF")) {
            return error("invalid non-printable character U+FEFF", 1, 0);
        }
        try {
            Parser parser = new Parser(
                    code, new Thrower(), InputType.FILE, EnumSet.noneOf(AbstractParser.Flags.class), FEATURE_VERSION);
            SSTNode tree = parser.parse();
            if (tree instanceof ModTy.Module module) {
                new Depth().walkAll(module.body);
                return new Verdict(module, null);
            }
            return error("invalid syntax", 1, 0);
        } catch (Rejected e) {
            return new Verdict(null, e.fault);
        } catch (StackOverflowError | PartWalker.TooDeep e) {
            return error("too deeply nested", 1, 0);
        } catch (RuntimeException e) {
            return error("cannot be parsed: " + e.getClass().getSimpleName(), 1, 0);
        }
    }

    private static Verdict error(String message, int line, int column) {
        return new Verdict(null, new Fault(message, line, column));
    }

    private static int lineOf(String code, int offset) {
        return 1
                + (int) code.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Rejected(Fault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }
    }

    /** Walks a tree for no other end than to see that it can be walked. */
    private static final class Depth extends TreeWalker {}

    private static final class Thrower implements ParserCallbacks {
        @Override
        public void safePointPoll() {}

        @Override
        public RuntimeException reportIncompleteSource(int line) {
            throw new Rejected(new Fault("unexpected end of input", line, 0));
        }

        @Override
        public RuntimeException onError(ErrorType type, SourceRange range, String message) {
            throw new Rejected(new Fault(message, Math.max(1, range.startLine), Math.max(0, range.startColumn)));
        }

        @Override
        public void onWarning(WarningType type, SourceRange range, String message) {}
    }
}
