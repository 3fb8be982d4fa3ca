package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ConstantValue;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.OperatorTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that {@code __all__} lists. */
final class Exports {
    private Exports() {}

    static boolean assigned(SSTNode node) {
        return node instanceof StmtTy.Assign || node instanceof StmtTy.AugAssign || node instanceof StmtTy.AnnAssign;
    }

    /** The names that an assignment gives; those from before, too, when it adds to them. */
    static List<String> names(Scope scope, Spot target) {
        SSTNode node = Forks.statement(target).node();
        List<String> names = new ArrayList<>();
        Binding before = scope.get("__all__");
        if (node instanceof StmtTy.AugAssign && before != null) {
            names.addAll(before.exports());
        }
        ExprTy value = value(node);
        while (value instanceof ExprTy.BinOp sum && sum.op == OperatorTy.Add && elements(sum.right) != null) {
            addAll(names, elements(sum.right));
            value = sum.left;
        }
        addAll(names, elements(value));
        return names;
    }

    private static @Nullable ExprTy value(SSTNode node) {
        if (node instanceof StmtTy.Assign assign) {
            return assign.value;
        }
        if (node instanceof StmtTy.AugAssign assign) {
            return assign.value;
        }
        return node instanceof StmtTy.AnnAssign assign ? assign.value : null;
    }

    private static ExprTy @Nullable [] elements(@Nullable ExprTy value) {
        if (value instanceof ExprTy.List list) {
            return list.elements;
        }
        return value instanceof ExprTy.Tuple tuple ? tuple.elements : null;
    }

    private static void addAll(List<String> names, ExprTy @Nullable [] elements) {
        if (elements == null) {
            return;
        }
        for (ExprTy element : elements) {
            if (element instanceof ExprTy.Constant constant && constant.value.kind == ConstantValue.Kind.CODEPOINTS) {
                names.add(constant.value.getCodePoints().toJavaString());
            }
        }
    }
}
