package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validators.parser.graalpy.sst.ConstantValue;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.OperatorTy;
import dev.alain.validators.parser.graalpy.sst.UnaryOpTy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constant that an expression is, worked out without running it; texts of at most 65,536 characters.
 *
 * <p>Not thread-safe; one for each analysis.
 */
final class ConstantFolding {
    static final int LONGEST = 65_536;
    private static final int LONGEST_CHAIN = 32;

    private final NotebookNames notebook;
    private final TextCalls calls;
    private final IdentityHashMap<ExprTy, Optional<Constant>> known = new IdentityHashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    ConstantFolding(NotebookNames notebook, DottedNames names) {
        this.notebook = notebook;
        this.calls = new TextCalls(this, names);
    }

    /** The constant; null when it is none. */
    @Nullable
    Constant fold(@Nullable ExprTy node, PositionMap positions) {
        if (node == null) {
            return null;
        }
        Optional<Constant> before = known.get(node);
        if (before != null) {
            return before.orElse(null);
        }
        Constant constant = work(node, positions);
        if (constant != null && constant.text().length() > LONGEST) {
            constant = null;
        }
        known.put(node, Optional.ofNullable(constant));
        return constant;
    }

    /** The text; null when it is no constant text. */
    @Nullable
    String string(@Nullable ExprTy node, PositionMap positions) {
        Constant constant = fold(node, positions);
        return constant != null && constant.kind() == Constant.Kind.STRING ? constant.text() : null;
    }

    /** The whole number; null when it is no small constant one. */
    @Nullable
    Integer integer(@Nullable ExprTy node, PositionMap positions) {
        Constant constant = fold(node, positions);
        if (constant == null
                || constant.kind() != Constant.Kind.NUMBER
                || constant.text().length() > 9) {
            return null;
        }
        try {
            return Integer.valueOf(constant.text());
        } catch (NumberFormatException notWhole) {
            return null;
        }
    }

    private @Nullable Constant work(ExprTy node, PositionMap positions) {
        if (node instanceof ExprTy.Constant constant) {
            return literal(constant, positions);
        }
        if (node instanceof ExprTy.Name name) {
            return named(name.id);
        }
        if (node instanceof ExprTy.BinOp operation) {
            return operation.op == OperatorTy.Add ? sum(operation, positions) : binary(operation, positions);
        }
        if (node instanceof ExprTy.UnaryOp operation) {
            return unary(operation, positions);
        }
        if (node instanceof ExprTy.JoinedStr joined) {
            return joined(joined, positions);
        }
        if (node instanceof ExprTy.NamedExpr named) {
            return fold(named.value, positions);
        }
        if (node instanceof ExprTy.Call call) {
            return calls.fold(call, positions);
        }
        if (node instanceof ExprTy.Subscript subscript) {
            return Slices.fold(subscript, positions, this);
        }
        return collection(node, positions);
    }

    private static Constant literal(ExprTy.Constant node, PositionMap positions) {
        ConstantValue value = node.value;
        return switch (value.kind) {
            case CODEPOINTS -> text(value.getCodePoints().toJavaString());
            case BYTES -> new Constant(Constant.Kind.BYTES, new String(value.getBytes(), StandardCharsets.ISO_8859_1));
            case BOOLEAN -> new Constant(Constant.Kind.BOOLEAN, value.getBoolean() ? "True" : "False");
            case NONE -> new Constant(Constant.Kind.NONE, "None");
            case ELLIPSIS -> new Constant(Constant.Kind.ELLIPSIS, "...");
            case LONG -> Numbers.of(value.getLong());
            case BIGINTEGER ->
                number(
                        value.getBigInteger().bitLength() > 4096
                                ? "inf"
                                : value.getBigInteger().toString());
            default -> number(positions.text(node.getSourceRange()).replace("_", ""));
        };
    }

    static Constant text(String text) {
        return new Constant(Constant.Kind.STRING, text);
    }

    private static Constant number(String text) {
        return new Constant(Constant.Kind.NUMBER, text);
    }

    private @Nullable Constant named(String name) {
        NotebookNames.Given given = notebook.value(name);
        if (given == null || inProgress.size() > LONGEST_CHAIN || !inProgress.add(name)) {
            return null;
        }
        Constant constant = fold(given.value(), given.positions());
        inProgress.remove(name);
        return constant;
    }

    /** A chain of plus signs, however long. */
    private @Nullable Constant sum(ExprTy.BinOp operation, PositionMap positions) {
        Deque<ExprTy> operands = new ArrayDeque<>();
        ExprTy at = operation;
        while (at instanceof ExprTy.BinOp sum && sum.op == OperatorTy.Add) {
            operands.push(sum.right);
            at = sum.left;
        }
        Constant first = fold(at, positions);
        if (first == null) {
            return null;
        }
        if (first.kind() == Constant.Kind.NUMBER) {
            return numbers(first, operands, positions);
        }
        return texts(first, operands, positions);
    }

    private @Nullable Constant texts(Constant first, Deque<ExprTy> operands, PositionMap positions) {
        boolean textual = first.kind() == Constant.Kind.STRING || first.kind() == Constant.Kind.BYTES;
        StringBuilder all = new StringBuilder(first.text());
        for (ExprTy operand : operands) {
            Constant constant = fold(operand, positions);
            boolean fits = textual && constant != null && constant.kind() == first.kind() && all.length() <= LONGEST;
            if (!fits || constant == null) {
                return null;
            }
            all.append(constant.text());
        }
        return new Constant(first.kind(), all.toString());
    }

    private @Nullable Constant numbers(Constant first, Deque<ExprTy> operands, PositionMap positions) {
        Constant sum = first;
        for (ExprTy operand : operands) {
            Constant constant = fold(operand, positions);
            sum = sum == null || constant == null ? null : Numbers.calculate(sum, OperatorTy.Add, constant);
        }
        return sum;
    }

    private @Nullable Constant binary(ExprTy.BinOp operation, PositionMap positions) {
        Constant left = fold(operation.left, positions);
        if (left == null) {
            return null;
        }
        if (operation.op == OperatorTy.Mod && left.kind() == Constant.Kind.STRING) {
            return Formats.percent(left.text(), operation.right, positions, this);
        }
        Constant right = fold(operation.right, positions);
        if (right == null) {
            return null;
        }
        if (operation.op == OperatorTy.Mult && left.kind() == Constant.Kind.STRING) {
            return repeated(left.text(), integer(operation.right, positions));
        }
        if (operation.op == OperatorTy.Mult && right.kind() == Constant.Kind.STRING) {
            return repeated(right.text(), integer(operation.left, positions));
        }
        return Numbers.calculate(left, operation.op, right);
    }

    private static @Nullable Constant repeated(String text, @Nullable Integer times) {
        if (times == null || (long) text.length() * times > LONGEST) {
            return null;
        }
        return text(text.repeat(Math.max(0, times)));
    }

    private @Nullable Constant unary(ExprTy.UnaryOp operation, PositionMap positions) {
        Constant operand = fold(operation.operand, positions);
        if (operand == null) {
            return null;
        }
        if (operation.op == UnaryOpTy.USub && operand.kind() == Constant.Kind.NUMBER) {
            return number(operand.text().startsWith("-") ? operand.text().substring(1) : "-" + operand.text());
        }
        if (operation.op == UnaryOpTy.Not && operand.kind() == Constant.Kind.BOOLEAN) {
            return new Constant(Constant.Kind.BOOLEAN, operand.text().equals("True") ? "False" : "True");
        }
        return null;
    }

    private @Nullable Constant joined(ExprTy.JoinedStr joined, PositionMap positions) {
        StringBuilder all = new StringBuilder();
        for (ExprTy part : joined.values == null ? new ExprTy[0] : joined.values) {
            ExprTy value = part;
            if (part instanceof ExprTy.FormattedValue formatted) {
                if (formatted.conversion > 0 || formatted.formatSpec != null) {
                    return null;
                }
                value = formatted.value;
            }
            String text = Formats.shown(fold(value, positions));
            if (text == null || all.length() > LONGEST) {
                return null;
            }
            all.append(text);
        }
        return text(all.toString());
    }

    private @Nullable Constant collection(ExprTy node, PositionMap positions) {
        ExprTy[] parts = Slices.elements(node);
        if (node instanceof ExprTy.Dict dict) {
            if (!allConstant(dict.keys, positions) || !allConstant(dict.values, positions)) {
                return null;
            }
        } else if (parts == null || !allConstant(parts, positions)) {
            return null;
        }
        return new Constant(Constant.Kind.COLLECTION, positions.text(node.getSourceRange()));
    }

    private boolean allConstant(ExprTy @Nullable [] parts, PositionMap positions) {
        if (parts != null) {
            for (ExprTy part : parts) {
                if (fold(part, positions) == null) {
                    return false;
                }
            }
        }
        return true;
    }
}
