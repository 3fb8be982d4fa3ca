package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ExprTy;

/** Goes through expressions. */
abstract class ExpressionWalker extends PartWalker {
    @Override
    public Boolean visit(ExprTy.BoolOp node) {
        walkAll(node.values);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.NamedExpr node) {
        walk(node.target);
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.BinOp node) {
        walk(node.left);
        walk(node.right);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.UnaryOp node) {
        walk(node.operand);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Lambda node) {
        walk(node.args);
        walk(node.body);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.IfExp node) {
        walk(node.test);
        walk(node.body);
        walk(node.orElse);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Dict node) {
        if (node.values != null) {
            for (int i = 0; i < node.values.length; i++) {
                walk(node.keys[i]);
                walk(node.values[i]);
            }
        }
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Set node) {
        walkAll(node.elements);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.ListComp node) {
        walk(node.element);
        walkAll(node.generators);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.SetComp node) {
        walk(node.element);
        walkAll(node.generators);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.DictComp node) {
        walk(node.key);
        walk(node.value);
        walkAll(node.generators);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.GeneratorExp node) {
        walk(node.element);
        walkAll(node.generators);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Await node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Yield node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.YieldFrom node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Compare node) {
        walk(node.left);
        walkAll(node.comparators);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Call node) {
        walk(node.func);
        walkAll(node.args);
        walkAll(node.keywords);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.FormattedValue node) {
        walk(node.value);
        walk(node.formatSpec);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.JoinedStr node) {
        walkAll(node.values);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Constant node) {
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Attribute node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Subscript node) {
        walk(node.value);
        walk(node.slice);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Starred node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Name node) {
        return true;
    }

    @Override
    public Boolean visit(ExprTy.List node) {
        walkAll(node.elements);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Tuple node) {
        walkAll(node.elements);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Slice node) {
        walk(node.lower);
        walk(node.upper);
        walk(node.step);
        return true;
    }
}
