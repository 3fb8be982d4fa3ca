package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ExprContextTy;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The full names that an expression reads, each once, at most 200. */
final class NamesRead extends TreeWalker {
    private static final int MOST = 200;

    private final DottedNames dotted;
    private final PositionMap positions;
    private final Set<String> names = new LinkedHashSet<>();

    private NamesRead(DottedNames dotted, PositionMap positions) {
        this.dotted = dotted;
        this.positions = positions;
    }

    static List<String> of(ExprTy node, DottedNames dotted, PositionMap positions) {
        NamesRead read = new NamesRead(dotted, positions);
        read.walk(node);
        return List.copyOf(read.names);
    }

    private void add(String name) {
        if (names.size() < MOST) {
            names.add(name);
        }
    }

    @Override
    public Boolean visit(ExprTy.Name node) {
        if (node.context == ExprContextTy.Load) {
            String name = dotted.of(node, positions);
            add(name == null ? node.id : name);
        }
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Attribute node) {
        String name = dotted.of(node, positions);
        if (name == null) {
            return super.visit(node);
        }
        add(name);
        return true;
    }
}
