package dev.alain.validators.python;

import dev.alain.code.NameProblem;
import dev.alain.validators.parser.graalpy.sst.AliasTy;
import dev.alain.validators.parser.graalpy.sst.ExceptHandlerTy;
import dev.alain.validators.parser.graalpy.sst.ExprContextTy;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.ModTy;
import dev.alain.validators.parser.graalpy.sst.PatternTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import dev.alain.validators.parser.graalpy.sst.TypeParamTy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads all cells of a notebook as one program and says what is wrong with its names.
 *
 * <p>After the checker of pyflakes 4 for Python 3.13, with one difference: {@code await} at the top is read.
 */
final class NameChecker extends DefinitionWalker {
    private final NameReports reports;

    private NameChecker(NameTable names, NameReports reports, Spot root) {
        super(names, root);
        this.reports = reports;
    }

    /** What the names of a notebook are found to be. */
    record Findings(List<NameProblem> problems, NameTable names) {}

    static Findings check(List<AnalyzedCell> cells) {
        NameReports reports = new NameReports();
        NameTable names = new NameTable(reports, cells.size());
        ModTy.Module first = firstModule(cells);
        if (first == null) {
            return new Findings(List.of(), names);
        }
        NameChecker checker = new NameChecker(names, reports, new Spot(first, null));
        names.open(Scope.Kind.MODULE);
        for (int i = 0; i < cells.size(); i++) {
            ModTy.Module module = cells.get(i).module();
            if (module != null) {
                names.enterCell(i);
                checker.walkAll(module.body);
            }
        }
        List<Scope> top = names.stack();
        checker.runLater();
        names.restore(top);
        names.close();
        names.finish();
        return new Findings(reports.problems(cells), names);
    }

    private static ModTy.@Nullable Module firstModule(List<AnalyzedCell> cells) {
        for (AnalyzedCell cell : cells) {
            if (cell.module() != null) {
                return cell.module();
            }
        }
        return null;
    }

    @Override
    public Boolean visit(ExprTy.Name node) {
        if (node.context == ExprContextTy.Load) {
            names.load(node.id, here, range(node), postponed());
            Spot parent = here.parent();
            boolean called = parent != null && parent.node() instanceof ExprTy.Call;
            if (called && node.id.equals("locals") && names.scope().is(Scope.Kind.FUNCTION)) {
                names.scope().noteLocals();
            }
        } else if (node.context == ExprContextTy.Del) {
            names.delete(node.id, here);
        } else {
            names.store(node.id, here);
        }
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Return node) {
        if (!names.scope().is(Scope.Kind.CLASS) && !names.scope().is(Scope.Kind.MODULE)) {
            walk(node.value);
        }
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Assign node) {
        walk(node.value);
        walkAll(node.targets);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.NamedExpr node) {
        walk(node.value);
        walk(node.target);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AugAssign node) {
        if (node.target instanceof ExprTy.Name name) {
            names.load(name.id, here, range(name), postponed());
        }
        walk(node.value);
        walk(node.target);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AnnAssign node) {
        annotation(node.annotation);
        boolean alias = "TypeAlias".equals(Typing.member(node.annotation, names));
        if (alias) {
            read(node.value, Reading.TYPE);
        } else {
            walk(node.value);
        }
        walk(node.target);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.TypeAlias node) {
        names.open(Scope.Kind.TYPE);
        walkAll(node.typeParams);
        laterAnnotation(node.value);
        names.close();
        walk(node.name);
        return true;
    }

    @Override
    public Boolean visit(TypeParamTy.TypeVar node) {
        names.store(node.name, here);
        laterAnnotation(node.bound);
        return true;
    }

    @Override
    public Boolean visit(TypeParamTy.ParamSpec node) {
        names.store(node.name, here);
        return true;
    }

    @Override
    public Boolean visit(TypeParamTy.TypeVarTuple node) {
        names.store(node.name, here);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Global node) {
        names.global(node.names, here);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Nonlocal node) {
        names.global(node.names, here);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.Import node) {
        for (AliasTy alias : node.names) {
            boolean submodule = alias.name.indexOf('.') >= 0 && alias.asName == null;
            String name = alias.asName == null ? alias.name : alias.asName;
            names.add(
                    here,
                    submodule
                            ? Binding.ofSubmodule(alias.name, here, names.cell())
                            : Binding.ofModule(name, alias.name, here, names.cell()));
        }
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ImportFrom node) {
        String module = ".".repeat(node.level) + (node.module == null ? "" : node.module);
        for (AliasTy alias : node.names) {
            String name = alias.asName == null ? alias.name : alias.asName;
            if (module.equals("__future__")) {
                future(name, alias.name);
            } else if (alias.name.equals("*")) {
                star(module, node);
            } else {
                names.add(
                        here, Binding.ofMember(Binding.Kind.FROM_IMPORT, name, module, alias.name, here, names.cell()));
            }
        }
        return true;
    }

    private void future(String name, String feature) {
        Binding binding = Binding.ofMember(Binding.Kind.FUTURE_IMPORT, name, "__future__", feature, here, names.cell());
        binding.use(new Binding.Use(names.scope(), here, names.cell()));
        if (feature.equals("annotations")) {
            noteFutureAnnotations();
        }
        names.add(here, binding);
    }

    private void star(String module, StmtTy.ImportFrom node) {
        if (names.scope().is(Scope.Kind.MODULE)) {
            names.scope().noteStarImport();
            reports.add(NameProblem.Kind.STAR_IMPORT, module, names.cell(), range(node));
            names.add(here, Binding.ofStar(module, here, names.cell()));
        }
    }

    @Override
    public Boolean visit(StmtTy.Try node) {
        return attempt(node.body, node.handlers, node.orElse, node.finalBody);
    }

    @Override
    public Boolean visit(StmtTy.TryStar node) {
        return attempt(node.body, node.handlers, node.orElse, node.finalBody);
    }

    private boolean attempt(
            SSTNode[] body,
            ExceptHandlerTy @Nullable [] handlers,
            SSTNode @Nullable [] orElse,
            SSTNode @Nullable [] finalBody) {
        names.openHandlers(caught(handlers));
        walkAll(body);
        names.closeHandlers();
        walkAll(handlers);
        walkAll(orElse);
        walkAll(finalBody);
        return true;
    }

    private static Set<String> caught(ExceptHandlerTy @Nullable [] handlers) {
        Set<String> caught = new HashSet<>();
        if (handlers == null) {
            return caught;
        }
        for (ExceptHandlerTy handler : handlers) {
            SSTNode type = ((ExceptHandlerTy.ExceptHandler) handler).type;
            SSTNode[] types = type instanceof ExprTy.Tuple tuple ? tuple.elements : new SSTNode[] {type};
            for (SSTNode one : types == null ? new SSTNode[0] : types) {
                if (one instanceof ExprTy.Name name) {
                    caught.add(name.id);
                }
            }
        }
        return caught;
    }

    @Override
    public Boolean visit(ExceptHandlerTy.ExceptHandler node) {
        if (node.name == null) {
            return super.visit(node);
        }
        if (names.scope().has(node.name)) {
            names.store(node.name, here);
        }
        Binding before = names.scope().remove(node.name);
        names.store(node.name, here);
        super.visit(node);
        Binding binding = names.scope().remove(node.name);
        if (binding != null && binding.used() == null) {
            reports.add(NameProblem.Kind.UNUSED_VARIABLE, node.name, names.cell(), range(node));
        }
        if (before != null) {
            names.scope().put(node.name, before);
        }
        return true;
    }

    @Override
    public Boolean visit(PatternTy.MatchAs node) {
        return target(node.name) && super.visit(node);
    }

    @Override
    public Boolean visit(PatternTy.MatchStar node) {
        return target(node.name) && super.visit(node);
    }

    @Override
    public Boolean visit(PatternTy.MatchMapping node) {
        return target(node.rest) && super.visit(node);
    }

    private boolean target(@Nullable String name) {
        if (name != null) {
            names.store(name, here);
        }
        return true;
    }
}
