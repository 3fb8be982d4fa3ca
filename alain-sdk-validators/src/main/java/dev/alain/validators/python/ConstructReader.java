package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.Place;
import dev.alain.validators.parser.graalpy.sst.ConstantValue;
import dev.alain.validators.parser.graalpy.sst.ExceptHandlerTy;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.ModTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements and expressions of a cell that rules ask for. */
final class ConstructReader extends ContextWalker {
    private static final int LONGEST_TEXT = 500;

    private final PositionMap positions;
    private final List<Construct> constructs = new ArrayList<>();
    private final Set<StmtTy> emptyStatements = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean inFormat;

    private ConstructReader(PositionMap positions) {
        this.positions = positions;
    }

    /** The constructs in order of their places. */
    static List<Construct> read(ModTy.Module module, PositionMap positions, String code) {
        ConstructReader reader = new ConstructReader(positions);
        reader.walkAll(module.body);
        reader.shownValue(module, code);
        reader.constructs.sort(
                Comparator.comparingInt((Construct c) -> c.place().line())
                        .thenComparingInt(c -> c.place().column()));
        return reader.constructs;
    }

    private void add(Construct.Kind kind, String text, SSTNode node) {
        add(kind, text, node.getSourceRange());
    }

    private void add(Construct.Kind kind, String text, SourceRange range) {
        if (!positions.replaced(range)) {
            Place place = positions.place(range);
            constructs.add(new Construct(kind, text, place, context()));
        }
    }

    private String text(SSTNode node) {
        String text = positions.text(node.getSourceRange());
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** A compound statement's first part, up to the end of a node. */
    private static SourceRange header(SSTNode statement, SSTNode last) {
        SourceRange range = statement.getSourceRange();
        SourceRange end = last.getSourceRange();
        return new SourceRange(range.startLine, range.startColumn, end.endLine, end.endColumn);
    }

    private static SourceRange keyword(SSTNode statement, int length) {
        SourceRange range = statement.getSourceRange();
        return new SourceRange(range.startLine, range.startColumn, range.startLine, range.startColumn + length);
    }

    @Override
    public Boolean visit(ExceptHandlerTy.ExceptHandler node) {
        if (node.type == null) {
            add(Construct.Kind.BARE_EXCEPT, "", keyword(node, "except".length()));
        } else if (swallows(node)) {
            add(Construct.Kind.SWALLOWED_EXCEPTION, text(node.type), header(node, node.type));
        }
        return super.visit(node);
    }

    private static boolean swallows(ExceptHandlerTy.ExceptHandler node) {
        boolean broad = node.type instanceof ExprTy.Name name
                && (name.id.equals("Exception") || name.id.equals("BaseException"));
        if (!broad) {
            return false;
        }
        for (StmtTy statement : node.body) {
            if (!(statement instanceof StmtTy.Pass)
                    && !(statement instanceof StmtTy.Continue)
                    && !ellipsis(statement)) {
                return false;
            }
        }
        return true;
    }

    private static boolean ellipsis(SSTNode statement) {
        return statement instanceof StmtTy.Expr expression
                && expression.value instanceof ExprTy.Constant constant
                && constant.value.kind == ConstantValue.Kind.ELLIPSIS;
    }

    private static boolean docstring(SSTNode statement) {
        return statement instanceof StmtTy.Expr expression
                && expression.value instanceof ExprTy.Constant constant
                && constant.value.kind == ConstantValue.Kind.CODEPOINTS;
    }

    @Override
    public Boolean visit(StmtTy.Assert node) {
        add(Construct.Kind.ASSERT, text(node.test), node);
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.While node) {
        SourceRange header = header(node, node.test);
        add(Construct.Kind.LOOP, text(node.test), header);
        if (alwaysTrue(node.test) && !Leaving.loop(node.body)) {
            add(Construct.Kind.ENDLESS_LOOP, text(node.test), header);
        }
        return super.visit(node);
    }

    private static boolean alwaysTrue(ExprTy test) {
        if (!(test instanceof ExprTy.Constant constant)) {
            return false;
        }
        return switch (constant.value.kind) {
            case BOOLEAN -> constant.value.getBoolean();
            case LONG -> constant.value.getLong() != 0;
            case BIGINTEGER, ELLIPSIS -> true;
            case DOUBLE -> constant.value.getDouble() != 0;
            case CODEPOINTS -> !constant.value.getCodePoints().isEmpty();
            default -> false;
        };
    }

    @Override
    public Boolean visit(StmtTy.For node) {
        add(Construct.Kind.LOOP, text(node.iter), header(node, node.iter));
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.AsyncFor node) {
        add(Construct.Kind.LOOP, text(node.iter), header(node, node.iter));
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.FunctionDef node) {
        emptyBody(node.name, node.body, keyword(node, "def ".length() + node.name.length()));
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.AsyncFunctionDef node) {
        emptyBody(node.name, node.body, keyword(node, "async def ".length() + node.name.length()));
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.ClassDef node) {
        emptyBody(node.name, node.body, keyword(node, "class ".length() + node.name.length()));
        return super.visit(node);
    }

    private void emptyBody(String name, StmtTy[] body, SourceRange range) {
        if (empty(body)) {
            add(Construct.Kind.EMPTY_BODY, name, range);
            Collections.addAll(emptyStatements, body);
        }
    }

    private static boolean empty(StmtTy[] body) {
        int from = docstring(body[0]) ? 1 : 0;
        for (int i = from; i < body.length; i++) {
            if (!(body[i] instanceof StmtTy.Pass) && !ellipsis(body[i])) {
                return false;
            }
        }
        return body.length > from;
    }

    @Override
    public Boolean visit(StmtTy.Expr node) {
        if (ellipsis(node) && !emptyStatements.contains(node)) {
            add(Construct.Kind.LOOSE_ELLIPSIS, "...", node);
        }
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.Raise node) {
        ExprTy raised = node.exc instanceof ExprTy.Call call ? call.func : node.exc;
        if (raised instanceof ExprTy.Name name && name.id.equals("NotImplementedError")) {
            add(Construct.Kind.NOT_IMPLEMENTED, name.id, node);
        }
        return super.visit(node);
    }

    @Override
    public Boolean visit(ExprTy.JoinedStr node) {
        if (!inFormat && !hasPlaceholder(node.values)) {
            add(Construct.Kind.PLAIN_FSTRING, text(node), node);
        }
        boolean before = inFormat;
        inFormat = true;
        super.visit(node);
        inFormat = before;
        return true;
    }

    private static boolean hasPlaceholder(ExprTy @Nullable [] values) {
        if (values != null) {
            for (ExprTy value : values) {
                if (value instanceof ExprTy.FormattedValue) {
                    return true;
                }
            }
        }
        return false;
    }

    private void shownValue(ModTy.Module module, String code) {
        if (module.body == null || module.body.length == 0) {
            return;
        }
        StmtTy last = module.body[module.body.length - 1];
        if (last instanceof StmtTy.Expr expression && !endsWithSemicolon(last.getSourceRange(), code)) {
            add(Construct.Kind.SHOWN_VALUE, text(expression.value), last);
        }
    }

    private boolean endsWithSemicolon(SourceRange range, String code) {
        int at = positions.offset(range.endLine, range.endColumn);
        while (at < code.length() && (code.charAt(at) == ' ' || code.charAt(at) == '\t' || code.charAt(at) == ')')) {
            at++;
        }
        return at < code.length() && code.charAt(at) == ';';
    }
}
