package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.AliasTy;
import dev.alain.validators.parser.graalpy.sst.ArgTy;
import dev.alain.validators.parser.graalpy.sst.ExceptHandlerTy;
import dev.alain.validators.parser.graalpy.sst.ExprContextTy;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.PatternTy;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of a notebook stand for, as far as one look at all cells tells: imports, and values given once. */
final class NotebookNames extends TreeWalker {
    /** A value with the cell that it stands in. */
    record Given(ExprTy value, PositionMap positions) {}

    private final Map<String, String> imports = new HashMap<>();
    private final Map<String, Integer> bindings = new HashMap<>();
    private final Map<String, Given> values = new HashMap<>();
    private @Nullable PositionMap positions;

    private NotebookNames() {}

    static NotebookNames of(List<AnalyzedCell> cells) {
        NotebookNames names = new NotebookNames();
        for (AnalyzedCell cell : cells) {
            if (cell.module() != null) {
                names.positions = cell.positions();
                names.walkAll(cell.module().body);
            }
        }
        return names;
    }

    /** The full name that the notebook's imports give a name; null for a name that none gives. */
    @Nullable
    String imported(String name) {
        return imports.get(name);
    }

    /** The value of a name that the whole notebook binds once; null for another name. */
    @Nullable
    Given value(String name) {
        return bindings.getOrDefault(name, 0) == 1 ? values.get(name) : null;
    }

    private boolean bind(@Nullable String name) {
        if (name != null) {
            bindings.merge(name, 1, Integer::sum);
        }
        return true;
    }

    private void give(ExprTy target, @Nullable ExprTy value) {
        if (target instanceof ExprTy.Name name && value != null && positions != null) {
            values.putIfAbsent(name.id, new Given(value, positions));
        }
    }

    @Override
    public Boolean visit(StmtTy.Import node) {
        for (AliasTy alias : node.names) {
            int dot = alias.name.indexOf('.');
            String root = dot < 0 ? alias.name : alias.name.substring(0, dot);
            String name = alias.asName == null ? root : alias.asName;
            bind(name);
            imports.putIfAbsent(name, alias.asName == null ? root : alias.name);
        }
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ImportFrom node) {
        String module = ".".repeat(node.level) + (node.module == null ? "" : node.module);
        for (AliasTy alias : node.names) {
            String name = alias.asName == null ? alias.name : alias.asName;
            bind(name);
            String full = module.endsWith(".") ? module + alias.name : module + "." + alias.name;
            imports.putIfAbsent(name, full);
        }
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Assign node) {
        if (node.targets.length == 1) {
            give(node.targets[0], node.value);
        }
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.AnnAssign node) {
        give(node.target, node.value);
        return super.visit(node);
    }

    @Override
    public Boolean visit(ExprTy.NamedExpr node) {
        give(node.target, node.value);
        return super.visit(node);
    }

    @Override
    public Boolean visit(ExprTy.Name node) {
        return node.context == ExprContextTy.Load || bind(node.id);
    }

    @Override
    public Boolean visit(ArgTy node) {
        bind(node.arg);
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.FunctionDef node) {
        bind(node.name);
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.AsyncFunctionDef node) {
        bind(node.name);
        return super.visit(node);
    }

    @Override
    public Boolean visit(StmtTy.ClassDef node) {
        bind(node.name);
        return super.visit(node);
    }

    @Override
    public Boolean visit(ExceptHandlerTy.ExceptHandler node) {
        bind(node.name);
        return super.visit(node);
    }

    @Override
    public Boolean visit(PatternTy.MatchAs node) {
        bind(node.name);
        return super.visit(node);
    }

    @Override
    public Boolean visit(PatternTy.MatchStar node) {
        return bind(node.name);
    }

    @Override
    public Boolean visit(PatternTy.MatchMapping node) {
        bind(node.rest);
        return super.visit(node);
    }
}
