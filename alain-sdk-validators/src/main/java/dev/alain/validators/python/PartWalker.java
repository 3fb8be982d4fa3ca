package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.AliasTy;
import dev.alain.validators.parser.graalpy.sst.ArgTy;
import dev.alain.validators.parser.graalpy.sst.ArgumentsTy;
import dev.alain.validators.parser.graalpy.sst.ComprehensionTy;
import dev.alain.validators.parser.graalpy.sst.ExceptHandlerTy;
import dev.alain.validators.parser.graalpy.sst.KeywordTy;
import dev.alain.validators.parser.graalpy.sst.MatchCaseTy;
import dev.alain.validators.parser.graalpy.sst.PatternTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.SSTreeVisitor;
import dev.alain.validators.parser.graalpy.sst.TypeIgnoreTy;
import dev.alain.validators.parser.graalpy.sst.TypeParamTy;
import dev.alain.validators.parser.graalpy.sst.WithItemTy;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what is neither statement nor expression: patterns, arguments, handlers, type parameters.
 *
 * <p>Trees deeper than 1,000 nodes are given up, as CPython gives them up.
 */
abstract class PartWalker implements SSTreeVisitor<Boolean> {
    private static final int DEEPEST = 1_000;

    private int depth;

    /** Thrown for a tree that is too deep to be walked. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super("too deeply nested", null, false, false);
        }
    }

    /** Visits a node, if there is one. */
    void walk(@Nullable SSTNode node) {
        if (node == null) {
            return;
        }
        if (++depth > DEEPEST) {
            throw new TooDeep();
        }
        node.accept(this);
        depth--;
    }

    /** Visits nodes in order, if there are any. */
    final void walkAll(SSTNode @Nullable [] nodes) {
        if (nodes != null) {
            for (SSTNode node : nodes) {
                walk(node);
            }
        }
    }

    @Override
    public Boolean visit(ComprehensionTy node) {
        walk(node.target);
        walk(node.iter);
        walkAll(node.ifs);
        return true;
    }

    @Override
    public Boolean visit(ExceptHandlerTy.ExceptHandler node) {
        walk(node.type);
        walkAll(node.body);
        return true;
    }

    @Override
    public Boolean visit(ArgumentsTy node) {
        walkAll(node.posOnlyArgs);
        walkAll(node.args);
        walk(node.varArg);
        walkAll(node.kwOnlyArgs);
        walkAll(node.kwDefaults);
        walk(node.kwArg);
        walkAll(node.defaults);
        return true;
    }

    @Override
    public Boolean visit(ArgTy node) {
        walk(node.annotation);
        return true;
    }

    @Override
    public Boolean visit(KeywordTy node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(AliasTy node) {
        return true;
    }

    @Override
    public Boolean visit(WithItemTy node) {
        walk(node.contextExpr);
        walk(node.optionalVars);
        return true;
    }

    @Override
    public Boolean visit(MatchCaseTy node) {
        walk(node.pattern);
        walk(node.guard);
        walkAll(node.body);
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchValue node) {
        walk(node.value);
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchSingleton node) {
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchSequence node) {
        walkAll(node.patterns);
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchMapping node) {
        walkAll(node.keys);
        walkAll(node.patterns);
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchClass node) {
        walk(node.cls);
        walkAll(node.patterns);
        walkAll(node.kwdPatterns);
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchStar node) {
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchAs node) {
        walk(node.pattern);
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchOr node) {
        walkAll(node.patterns);
        return true;
    }

    @Override
    public Boolean visit(TypeIgnoreTy.TypeIgnore node) {
        return true;
    }

    @Override
    public Boolean visit(TypeParamTy.TypeVar node) {
        walk(node.bound);
        return true;
    }

    @Override
    public Boolean visit(TypeParamTy.ParamSpec node) {
        return true;
    }

    @Override
    public Boolean visit(TypeParamTy.TypeVarTuple node) {
        return true;
    }
}
