package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import org.jspecify.annotations.Nullable;

/** Looks for a way out of a loop: a break of its own, a return or a raise. */
final class Leaving extends TreeWalker {
    private boolean found;
    private int loops;

    private Leaving() {}

    static boolean loop(SSTNode @Nullable [] body) {
        Leaving leaving = new Leaving();
        leaving.walkAll(body);
        return leaving.found;
    }

    @Override
    public Boolean visit(StmtTy.Break node) {
        found |= loops == 0;
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Return node) {
        found = true;
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Raise node) {
        found = true;
        return true;
    }

    @Override
    public Boolean visit(StmtTy.While node) {
        return inner(node.body, node.orElse);
    }

    @Override
    public Boolean visit(StmtTy.For node) {
        return inner(node.body, node.orElse);
    }

    @Override
    public Boolean visit(StmtTy.AsyncFor node) {
        return inner(node.body, node.orElse);
    }

    private boolean inner(SSTNode @Nullable [] body, SSTNode @Nullable [] orElse) {
        loops++;
        walkAll(body);
        loops--;
        walkAll(orElse);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.FunctionDef node) {
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AsyncFunctionDef node) {
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ClassDef node) {
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Lambda node) {
        return true;
    }
}
