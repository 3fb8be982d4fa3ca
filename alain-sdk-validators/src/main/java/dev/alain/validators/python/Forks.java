package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ExceptHandlerTy;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import org.jspecify.annotations.Nullable;

/** Whether two nodes stand on branches of which only one runs. */
final class Forks {
    private Forks() {}

    /** What stands around a node, tuples, lists, attributes and the like left out. */
    static Spot statement(Spot spot) {
        Spot at = spot.parent() == null ? spot : spot.parent();
        while (at.parent() != null && transparent(at.node())) {
            at = at.parent();
        }
        return at;
    }

    private static boolean transparent(SSTNode node) {
        return node instanceof ExprTy.Tuple
                || node instanceof ExprTy.List
                || node instanceof ExprTy.Set
                || node instanceof ExprTy.Starred
                || node instanceof ExprTy.Attribute
                || node instanceof ExprTy.Subscript
                || node instanceof ExprTy.Name;
    }

    static boolean different(Spot one, Spot other) {
        Spot left = one;
        Spot right = other;
        Spot leftChild = null;
        Spot rightChild = null;
        while (left != right) {
            if (left == null || right == null) {
                return false;
            }
            boolean both = left.depth() == right.depth();
            if (both || left.depth() > right.depth()) {
                leftChild = left;
                Spot up = left.parent();
                if (!both) {
                    left = up;
                    continue;
                }
                rightChild = right;
                left = up;
                right = right.parent();
            } else {
                rightChild = right;
                right = right.parent();
            }
        }
        if (left == null || leftChild == null || rightChild == null) {
            return false;
        }
        return !branch(left.node(), leftChild.node()).equals(branch(left.node(), rightChild.node()));
    }

    private record Branch(int number, @Nullable SSTNode node) {}

    private static Branch branch(SSTNode fork, SSTNode child) {
        if (fork instanceof StmtTy.If choice) {
            boolean inBody = !before(child, choice.body[0])
                    && (choice.orElse == null || choice.orElse.length == 0 || before(child, choice.orElse[0]));
            return new Branch(inBody ? 1 : 0, null);
        }
        if (fork instanceof StmtTy.Try attempt) {
            if (child instanceof ExceptHandlerTy) {
                return new Branch(2, child);
            }
            boolean last =
                    attempt.finalBody != null && attempt.finalBody.length > 0 && !before(child, attempt.finalBody[0]);
            return new Branch(last ? 0 : 1, null);
        }
        return fork instanceof StmtTy.Match ? new Branch(3, child) : new Branch(0, null);
    }

    private static boolean before(SSTNode one, SSTNode other) {
        SourceRange left = one.getSourceRange();
        SourceRange right = other.getSourceRange();
        return left.startLine < right.startLine
                || left.startLine == right.startLine && left.startColumn < right.startColumn;
    }
}
