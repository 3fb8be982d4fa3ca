package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.SSTNode;
import org.jspecify.annotations.Nullable;

/** A node with the nodes around it; equal to itself only. */
final class Spot {
    private final SSTNode node;
    private final @Nullable Spot parent;
    private final int depth;

    Spot(SSTNode node, @Nullable Spot parent) {
        this.node = node;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    SSTNode node() {
        return node;
    }

    @Nullable
    Spot parent() {
        return parent;
    }

    int depth() {
        return depth;
    }
}
