package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ConstantValue;
import dev.alain.validators.parser.graalpy.sst.ExprTy;

/** Looks for a text literal. */
final class Literals extends TreeWalker {
    private boolean found;

    private Literals() {}

    /** Whether a text literal stands in an expression. */
    static boolean within(ExprTy node) {
        Literals literals = new Literals();
        literals.walk(node);
        return literals.found;
    }

    @Override
    public Boolean visit(ExprTy.Constant node) {
        found |= node.value.kind == ConstantValue.Kind.CODEPOINTS;
        return true;
    }
}
