package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.code.CellAnalysis.Literal;
import dev.alain.code.Place;
import dev.alain.validators.parser.graalpy.sst.AliasTy;
import dev.alain.validators.parser.graalpy.sst.ConstantValue;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.KeywordTy;
import dev.alain.validators.parser.graalpy.sst.ModTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports, calls, assignments and texts of a cell. */
final class CodeReader extends ContextWalker {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_CALLEE = 500;

    private final PositionMap positions;
    private final DottedNames dotted;
    private final ConstantFolding folding;
    private final List<Import> imports = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Literal> strings = new ArrayList<>();
    private boolean folded;
    private boolean awaited;

    private CodeReader(PositionMap positions, DottedNames dotted) {
        this.positions = positions;
        this.dotted = dotted;
        this.folding = dotted.folding();
    }

    static CodeReader read(ModTy.Module module, PositionMap positions, DottedNames dotted) {
        CodeReader reader = new CodeReader(positions, dotted);
        reader.walkAll(module.body);
        return reader;
    }

    List<Import> imports() {
        return imports;
    }

    List<Call> calls() {
        return calls;
    }

    List<Assignment> assignments() {
        return assignments;
    }

    List<Literal> strings() {
        return strings;
    }

    private Place place(SSTNode node) {
        return positions.place(node.getSourceRange());
    }

    private String text(SSTNode node, int longest) {
        String text = positions.text(node.getSourceRange());
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    @Override
    public Boolean visit(StmtTy.Import node) {
        for (AliasTy alias : node.names) {
            int dot = alias.name.indexOf('.');
            String root = dot < 0 ? alias.name : alias.name.substring(0, dot);
            String bound = alias.asName == null ? root : alias.asName;
            imports.add(new Import(alias.name, "", bound, place(alias), context()));
        }
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ImportFrom node) {
        String module = ".".repeat(node.level) + (node.module == null ? "" : node.module);
        for (AliasTy alias : node.names) {
            boolean star = alias.name.equals("*");
            String bound = star ? "" : alias.asName == null ? alias.name : alias.asName;
            Place place = star ? place(node) : place(alias);
            imports.add(new Import(module, alias.name, bound, place, context()));
        }
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Await node) {
        boolean call = node.value instanceof ExprTy.Call;
        if (!call) {
            return super.visit(node);
        }
        awaited = true;
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Call node) {
        boolean waits = awaited;
        awaited = false;
        if (positions.replaced(node.getSourceRange())) {
            return super.visit(node);
        }
        calls.add(new Call(
                dotted.callee(node.func, positions),
                text(node.func, LONGEST_CALLEE),
                arguments(node),
                waits,
                place(node),
                context()));
        return composite(node, () -> super.visit(node));
    }

    private List<Argument> arguments(ExprTy.Call node) {
        List<Argument> arguments = new ArrayList<>();
        if (node.args != null) {
            for (ExprTy argument : node.args) {
                boolean unpacked = argument instanceof ExprTy.Starred;
                arguments.add(argument(
                        unpacked ? "*" : "", argument instanceof ExprTy.Starred starred ? starred.value : argument));
            }
        }
        if (node.keywords != null) {
            for (KeywordTy keyword : node.keywords) {
                arguments.add(argument(keyword.arg == null ? "**" : keyword.arg, keyword.value));
            }
        }
        return arguments;
    }

    private Argument argument(String keyword, ExprTy value) {
        return new Argument(
                keyword,
                text(value, LONGEST_TEXT),
                Optional.ofNullable(folding.fold(value, positions)),
                NamesRead.of(value, dotted, positions),
                place(value));
    }

    @Override
    public Boolean visit(StmtTy.Assign node) {
        for (ExprTy target : node.targets) {
            assign(target, node.value);
        }
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.AnnAssign node) {
        if (node.value != null) {
            assign(node.target, node.value);
        }
        return super.visit(node);
    }

    @Override
    public Boolean visit(ExprTy.NamedExpr node) {
        assign(node.target, node.value);
        return super.visit(node);
    }

    private void assign(ExprTy target, ExprTy value) {
        ExprTy[] targets = Slices.elements(target);
        if (targets == null) {
            String name = targetName(target instanceof ExprTy.Starred starred ? starred.value : target);
            if (!name.isEmpty()) {
                assignment(name, target, value);
            }
            return;
        }
        ExprTy[] values = Slices.elements(value);
        boolean pairs = values != null && values.length == targets.length;
        for (int i = 0; i < targets.length; i++) {
            assign(targets[i], pairs && values != null ? values[i] : value);
        }
    }

    private void assignment(String name, ExprTy target, ExprTy value) {
        boolean replaced = positions.replaced(value.getSourceRange());
        SourceRange from = target.getSourceRange();
        SourceRange to = value.getSourceRange();
        boolean ordered =
                from.startLine < to.endLine || from.startLine == to.endLine && from.startColumn < to.endColumn;
        SourceRange whole =
                ordered ? new SourceRange(from.startLine, from.startColumn, to.endLine, to.endColumn) : from;
        assignments.add(new Assignment(
                name,
                replaced ? "" : text(value, LONGEST_TEXT),
                Optional.ofNullable(folding.fold(value, positions)),
                replaced ? List.of() : NamesRead.of(value, dotted, positions),
                positions.place(whole),
                context()));
    }

    private String targetName(ExprTy target) {
        if (target instanceof ExprTy.Name name) {
            return name.id;
        }
        if (target instanceof ExprTy.Attribute attribute) {
            String value = dotted.of(attribute.value, positions);
            return (value == null ? "?" : value) + "." + attribute.attr;
        }
        if (target instanceof ExprTy.Subscript subscript) {
            String value = dotted.of(subscript.value, positions);
            String key = folding.string(subscript.slice, positions);
            return (value == null ? "?" : value) + "[" + (key == null ? text(subscript.slice, LONGEST_CALLEE) : key)
                    + "]";
        }
        return "";
    }

    @Override
    public Boolean visit(ExprTy.Constant node) {
        boolean text = node.value.kind == ConstantValue.Kind.CODEPOINTS;
        if (text && !folded && !positions.replaced(node.getSourceRange())) {
            String source = positions.text(node.getSourceRange());
            strings.add(new Literal(
                    node.value.getCodePoints().toJavaString(),
                    TokenScanner.severalStrings(source),
                    false,
                    place(node)));
        }
        return true;
    }

    @Override
    public Boolean visit(ExprTy.JoinedStr node) {
        if (folded) {
            return super.visit(node);
        }
        StringBuilder value = new StringBuilder();
        for (ExprTy part : node.values == null ? new ExprTy[0] : node.values) {
            boolean constant = part instanceof ExprTy.Constant;
            value.append(
                    constant ? ((ExprTy.Constant) part).value.getCodePoints().toJavaString() : "{}");
        }
        String source = positions.text(node.getSourceRange());
        strings.add(new Literal(value.toString(), TokenScanner.severalStrings(source), true, place(node)));
        for (ExprTy part : node.values == null ? new ExprTy[0] : node.values) {
            if (part instanceof ExprTy.FormattedValue formatted) {
                walk(formatted.value);
                specification(formatted.formatSpec);
            }
        }
        return true;
    }

    /** A format specification: its calls count, its text is no literal. */
    private void specification(@Nullable ExprTy node) {
        boolean before = folded;
        folded = true;
        walk(node);
        folded = before;
    }

    @Override
    public Boolean visit(ExprTy.BinOp node) {
        return composite(node, () -> super.visit(node));
    }

    @Override
    public Boolean visit(ExprTy.Subscript node) {
        return composite(node, () -> super.visit(node));
    }

    /** One literal for an expression that is a constant text; its parts are no literals of their own then. */
    private boolean composite(ExprTy node, Runnable inside) {
        String text = folded ? null : folding.string(node, positions);
        if (text == null || !Literals.within(node)) {
            inside.run();
            return true;
        }
        strings.add(new Literal(text, true, false, place(node)));
        folded = true;
        inside.run();
        folded = false;
        return true;
    }
}
