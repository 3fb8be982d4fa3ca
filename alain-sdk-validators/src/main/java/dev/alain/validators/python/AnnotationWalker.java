package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ConstantValue;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.KeywordTy;
import dev.alain.validators.parser.graalpy.sst.ModTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows where it stands, puts off what runs later, and reads annotations as types, texts included. */
abstract class AnnotationWalker extends TreeWalker {
    private static final Set<String> NO_ARGUMENT_IS_A_TYPE = Set.of("ParamSpec", "TypeVarTuple", "TypedDict");
    private static final Set<String> TYPE_KEYWORDS = Set.of("typ", "bound", "default", "tp");

    /** Whether types are read now. */
    enum Reading {
        CODE,
        TYPE,
        TEXT
    }

    private record Later(
            Runnable work,
            List<Scope> scopes,
            int cell,
            @Nullable SourceRange standIn) {}

    protected final NameTable names;
    protected Spot here;
    private final Deque<Later> later = new ArrayDeque<>();
    private Reading reading = Reading.CODE;
    private boolean futureAnnotations;
    private @Nullable SourceRange standIn;

    AnnotationWalker(NameTable names, Spot root) {
        this.names = names;
        this.here = root;
    }

    @Override
    void walk(@Nullable SSTNode node) {
        if (node == null) {
            return;
        }
        Spot around = here;
        here = new Spot(node, around);
        super.walk(node);
        here = around;
    }

    /** The range to blame for a node: that of the whole text when a type in a text is read. */
    final SourceRange range(SSTNode node) {
        return standIn == null ? node.getSourceRange() : standIn;
    }

    final boolean postponed() {
        return reading == Reading.TEXT || reading == Reading.TYPE && futureAnnotations;
    }

    final void noteFutureAnnotations() {
        futureAnnotations = true;
    }

    /** Does something when all cells are read, with today's scopes. */
    final void putOff(Runnable work) {
        Spot spot = here;
        Runnable there = () -> {
            here = spot;
            work.run();
        };
        later.add(new Later(there, names.stack(), names.cell(), standIn));
    }

    final void runLater() {
        Spot root = here;
        reading = Reading.CODE;
        while (!later.isEmpty()) {
            Later next = later.removeFirst();
            names.restore(next.scopes());
            names.enterCell(next.cell());
            standIn = next.standIn();
            next.work().run();
        }
        standIn = null;
        here = root;
    }

    final void read(@Nullable SSTNode node, Reading as) {
        Reading before = reading;
        reading = as;
        walk(node);
        reading = before;
    }

    final void readAll(SSTNode @Nullable [] nodes, int from, int to, Reading as) {
        for (int i = from; nodes != null && i < Math.min(to, nodes.length); i++) {
            read(nodes[i], as);
        }
    }

    /** A type; later when the notebook asks for it. */
    final void annotation(@Nullable SSTNode node) {
        if (node != null && futureAnnotations) {
            laterAnnotation(node);
        } else {
            read(node, Reading.TYPE);
        }
    }

    final void laterAnnotation(@Nullable SSTNode node) {
        if (node != null) {
            putOff(() -> read(node, Reading.TYPE));
        }
    }

    @Override
    public Boolean visit(ExprTy.Constant node) {
        if (reading != Reading.CODE && node.value.kind == ConstantValue.Kind.CODEPOINTS) {
            String text = node.value.getCodePoints().toJavaString();
            SourceRange whole = range(node);
            putOff(() -> text(text, whole));
        }
        return true;
    }

    private void text(String text, SourceRange whole) {
        ModTy.Module module = PythonSyntax.parse(text).module();
        if (module != null
                && module.body != null
                && module.body.length == 1
                && module.body[0] instanceof StmtTy.Expr type) {
            standIn = whole;
            read(type.value, Reading.TEXT);
        }
    }

    @Override
    public Boolean visit(ExprTy.Subscript node) {
        if (Typing.named(node.value, "Literal")) {
            walk(node.value);
            read(node.slice, Reading.CODE);
        } else if (Typing.named(node.value, "Annotated")) {
            walk(node.value);
            annotated(node.slice);
        } else if (Typing.member(node.value, names) != null) {
            read(node.value, Reading.TYPE);
            read(node.slice, Reading.TYPE);
        } else {
            super.visit(node);
        }
        return true;
    }

    private void annotated(SSTNode slice) {
        if (slice instanceof ExprTy.Tuple tuple && tuple.elements != null && tuple.elements.length > 1) {
            walk(tuple.elements[0]);
            readAll(tuple.elements, 1, tuple.elements.length, Reading.CODE);
        } else {
            walk(slice);
        }
    }

    @Override
    public Boolean visit(ExprTy.Call node) {
        String member = Typing.member(node.func, names);
        switch (member == null ? "" : member) {
            case "cast" -> typedCall(node, 0, 1);
            case "assert_type", "TypeVar", "NewType" -> typedCall(node, 1, Integer.MAX_VALUE);
            case "ParamSpec", "TypeVarTuple" -> typedCall(node, 0, 0);
            case "TypedDict", "NamedTuple" -> fields(node);
            default -> super.visit(node);
        }
        return true;
    }

    /** A call of which some positional arguments, and some keywords, are types. */
    private void typedCall(ExprTy.Call node, int from, int to) {
        read(node.func, Reading.CODE);
        readAll(node.args, 0, from, Reading.CODE);
        readAll(node.args, from, to, Reading.TYPE);
        readAll(node.args, to, Integer.MAX_VALUE, Reading.CODE);
        if (node.keywords != null) {
            for (KeywordTy keyword : node.keywords) {
                boolean type = keyword.arg != null && TYPE_KEYWORDS.contains(keyword.arg);
                read(keyword, type ? Reading.TYPE : Reading.CODE);
            }
        }
    }

    private void fields(ExprTy.Call node) {
        boolean dict = NO_ARGUMENT_IS_A_TYPE.contains(Objects.requireNonNull(Typing.member(node.func, names)));
        read(node.func, Reading.CODE);
        readAll(node.args, 0, 1, Reading.CODE);
        SSTNode second = node.args != null && node.args.length > 1 ? node.args[1] : null;
        if (second instanceof ExprTy.Dict types && types.values != null && dict) {
            for (int i = 0; i < types.values.length; i++) {
                read(types.keys[i], Reading.CODE);
                read(types.values[i], Reading.TYPE);
            }
        } else if (elements(second) != null && !dict) {
            for (ExprTy element : Objects.requireNonNull(elements(second))) {
                field(element);
            }
        } else {
            read(second, Reading.CODE);
        }
        readAll(node.args, 2, Integer.MAX_VALUE, Reading.CODE);
        readAll(node.keywords, 0, Integer.MAX_VALUE, dict ? Reading.CODE : Reading.TYPE);
    }

    private void field(ExprTy element) {
        ExprTy[] parts = elements(element);
        if (parts == null) {
            read(element, Reading.CODE);
        } else {
            readAll(parts, 0, 1, Reading.CODE);
            readAll(parts, 1, Integer.MAX_VALUE, Reading.TYPE);
        }
    }

    private static ExprTy @Nullable [] elements(@Nullable SSTNode node) {
        if (node instanceof ExprTy.List list) {
            return list.elements;
        }
        return node instanceof ExprTy.Tuple tuple ? tuple.elements : null;
    }
}
