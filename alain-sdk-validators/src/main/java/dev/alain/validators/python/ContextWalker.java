package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Context;
import dev.alain.validators.parser.graalpy.sst.CmpOpTy;
import dev.alain.validators.parser.graalpy.sst.ComprehensionTy;
import dev.alain.validators.parser.graalpy.sst.ConstantValue;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.MatchCaseTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import org.jspecify.annotations.Nullable;

/** Knows what stands around the node it is at. The body of {@code if __name__ == '__main__'} is no branch. */
abstract class ContextWalker extends TreeWalker {
    private static final Context FUNCTION = new Context(true, false, false, false, false);
    private static final Context CLASS = new Context(false, true, false, false, false);
    private static final Context LOOP = new Context(false, false, true, false, false);
    private static final Context BRANCH = new Context(false, false, false, true, false);
    private static final Context TRY = new Context(false, false, false, false, true);

    private Context context = Context.TOP;

    final Context context() {
        return context;
    }

    private void within(Context more, Runnable walk) {
        Context before = context;
        context = new Context(
                before.inFunction() || more.inFunction(),
                before.inClass() || more.inClass(),
                before.inLoop() || more.inLoop(),
                before.inBranch() || more.inBranch(),
                before.inTry() || more.inTry());
        walk.run();
        context = before;
    }

    @Override
    public Boolean visit(StmtTy.FunctionDef node) {
        walkAll(node.decoratorList);
        walkAll(node.typeParams);
        walk(node.args);
        walk(node.returns);
        within(FUNCTION, () -> walkAll(node.body));
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AsyncFunctionDef node) {
        walkAll(node.decoratorList);
        walkAll(node.typeParams);
        walk(node.args);
        walk(node.returns);
        within(FUNCTION, () -> walkAll(node.body));
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Lambda node) {
        walk(node.args);
        within(FUNCTION, () -> walk(node.body));
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ClassDef node) {
        walkAll(node.decoratorList);
        walkAll(node.typeParams);
        walkAll(node.bases);
        walkAll(node.keywords);
        within(CLASS, () -> walkAll(node.body));
        return true;
    }

    @Override
    public Boolean visit(StmtTy.For node) {
        return loop(node.target, node.iter, node.body, node.orElse);
    }

    @Override
    public Boolean visit(StmtTy.AsyncFor node) {
        return loop(node.target, node.iter, node.body, node.orElse);
    }

    @Override
    public Boolean visit(StmtTy.While node) {
        return loop(null, node.test, node.body, node.orElse);
    }

    private boolean loop(
            @Nullable SSTNode target, SSTNode source, SSTNode @Nullable [] body, SSTNode @Nullable [] orElse) {
        walk(target);
        walk(source);
        within(LOOP, () -> walkAll(body));
        walkAll(orElse);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.If node) {
        walk(node.test);
        if (asksForMain(node.test)) {
            walkAll(node.body);
        } else {
            within(BRANCH, () -> walkAll(node.body));
        }
        within(BRANCH, () -> walkAll(node.orElse));
        return true;
    }

    private static boolean asksForMain(ExprTy test) {
        return test instanceof ExprTy.Compare compare
                && compare.left instanceof ExprTy.Name name
                && name.id.equals("__name__")
                && compare.ops.length == 1
                && compare.ops[0] == CmpOpTy.Eq
                && compare.comparators[0] instanceof ExprTy.Constant constant
                && constant.value.kind == ConstantValue.Kind.CODEPOINTS
                && constant.value.getCodePoints().toJavaString().equals("__main__");
    }

    @Override
    public Boolean visit(MatchCaseTy node) {
        walk(node.pattern);
        within(BRANCH, () -> {
            walk(node.guard);
            walkAll(node.body);
        });
        return true;
    }

    @Override
    public Boolean visit(ExprTy.IfExp node) {
        walk(node.test);
        within(BRANCH, () -> {
            walk(node.body);
            walk(node.orElse);
        });
        return true;
    }

    @Override
    public Boolean visit(ExprTy.BoolOp node) {
        walk(node.values[0]);
        within(BRANCH, () -> {
            for (int i = 1; i < node.values.length; i++) {
                walk(node.values[i]);
            }
        });
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Try node) {
        within(TRY, () -> super.visit(node));
        return true;
    }

    @Override
    public Boolean visit(StmtTy.TryStar node) {
        within(TRY, () -> super.visit(node));
        return true;
    }

    @Override
    public Boolean visit(ExprTy.ListComp node) {
        return comprehension(node.generators, node.element, null);
    }

    @Override
    public Boolean visit(ExprTy.SetComp node) {
        return comprehension(node.generators, node.element, null);
    }

    @Override
    public Boolean visit(ExprTy.GeneratorExp node) {
        return comprehension(node.generators, node.element, null);
    }

    @Override
    public Boolean visit(ExprTy.DictComp node) {
        return comprehension(node.generators, node.key, node.value);
    }

    private boolean comprehension(ComprehensionTy[] generators, SSTNode element, @Nullable SSTNode value) {
        within(LOOP, () -> {
            walk(element);
            walk(value);
        });
        walk(generators[0].iter);
        within(LOOP, () -> {
            walk(generators[0].target);
            walkAll(generators[0].ifs);
            for (int i = 1; i < generators.length; i++) {
                walk(generators[i]);
            }
        });
        return true;
    }
}
