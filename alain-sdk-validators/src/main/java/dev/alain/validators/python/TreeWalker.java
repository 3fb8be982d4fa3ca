package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ModTy;
import dev.alain.validators.parser.graalpy.sst.StmtTy;

/** Goes through a tree, children in the order of Python's {@code ast}; subclasses stop where they want to know more. */
abstract class TreeWalker extends ExpressionWalker {
    @Override
    public Boolean visit(ModTy.Module node) {
        walkAll(node.body);
        return true;
    }

    @Override
    public Boolean visit(ModTy.Interactive node) {
        walkAll(node.body);
        return true;
    }

    @Override
    public Boolean visit(ModTy.Expression node) {
        walk(node.body);
        return true;
    }

    @Override
    public Boolean visit(ModTy.FunctionType node) {
        return true;
    }

    @Override
    public Boolean visit(StmtTy.FunctionDef node) {
        walk(node.args);
        walkAll(node.body);
        walkAll(node.decoratorList);
        walk(node.returns);
        walkAll(node.typeParams);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AsyncFunctionDef node) {
        walk(node.args);
        walkAll(node.body);
        walkAll(node.decoratorList);
        walk(node.returns);
        walkAll(node.typeParams);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ClassDef node) {
        walkAll(node.bases);
        walkAll(node.keywords);
        walkAll(node.body);
        walkAll(node.decoratorList);
        walkAll(node.typeParams);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Return node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Delete node) {
        walkAll(node.targets);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Assign node) {
        walkAll(node.targets);
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.TypeAlias node) {
        walk(node.name);
        walkAll(node.typeParams);
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AugAssign node) {
        walk(node.target);
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AnnAssign node) {
        walk(node.target);
        walk(node.annotation);
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.For node) {
        walk(node.target);
        walk(node.iter);
        walkAll(node.body);
        walkAll(node.orElse);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AsyncFor node) {
        walk(node.target);
        walk(node.iter);
        walkAll(node.body);
        walkAll(node.orElse);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.While node) {
        walk(node.test);
        walkAll(node.body);
        walkAll(node.orElse);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.If node) {
        walk(node.test);
        walkAll(node.body);
        walkAll(node.orElse);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.With node) {
        walkAll(node.items);
        walkAll(node.body);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AsyncWith node) {
        walkAll(node.items);
        walkAll(node.body);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Match node) {
        walk(node.subject);
        walkAll(node.cases);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Raise node) {
        walk(node.exc);
        walk(node.cause);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Try node) {
        walkAll(node.body);
        walkAll(node.handlers);
        walkAll(node.orElse);
        walkAll(node.finalBody);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.TryStar node) {
        walkAll(node.body);
        walkAll(node.handlers);
        walkAll(node.orElse);
        walkAll(node.finalBody);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Assert node) {
        walk(node.test);
        walk(node.msg);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Import node) {
        walkAll(node.names);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ImportFrom node) {
        walkAll(node.names);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Global node) {
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Nonlocal node) {
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Expr node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Pass node) {
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Break node) {
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Continue node) {
        return true;
    }
}
