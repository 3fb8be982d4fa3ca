package dev.alain.validators.python;

import dev.alain.code.NameProblem;
import dev.alain.validators.parser.graalpy.sst.ComprehensionTy;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import dev.alain.validators.parser.graalpy.tokenizer.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scopes and what is bound in them while a notebook is read, after pyflakes' checker. */
final class NameTable {
    private static final Set<String> CLASS_NAMES = Set.of("__module__", "__qualname__", "__name__");

    private final NameReports reports;
    private final List<Scope> dead = new ArrayList<>();
    private final Deque<Set<String>> handlers = new ArrayDeque<>();
    private final List<Set<String>> bound = new ArrayList<>();
    private final List<Map<String, SourceRange>> firstBound = new ArrayList<>();
    private final List<Map<String, SourceRange>> used = new ArrayList<>();
    private List<Scope> stack = new ArrayList<>();
    private int cell;

    NameTable(NameReports reports, int cells) {
        this.reports = reports;
        for (int i = 0; i < cells; i++) {
            bound.add(new HashSet<>());
            firstBound.add(new LinkedHashMap<>());
            used.add(new LinkedHashMap<>());
        }
        handlers.push(Set.of());
    }

    int cell() {
        return cell;
    }

    void enterCell(int index) {
        cell = index;
    }

    /** Names that a cell binds at its top level, with the first place of each. */
    Map<String, SourceRange> boundBy(int index) {
        return firstBound.get(index);
    }

    /** Names that a cell reads and has not bound, with the first place of each. */
    Map<String, SourceRange> usedBy(int index) {
        return used.get(index);
    }

    Scope scope() {
        return stack.get(stack.size() - 1);
    }

    Scope module() {
        return stack.get(0);
    }

    List<Scope> stack() {
        return List.copyOf(stack);
    }

    void restore(List<Scope> saved) {
        stack = new ArrayList<>(saved);
    }

    void open(Scope.Kind kind) {
        stack.add(new Scope(kind));
    }

    void close() {
        dead.add(stack.remove(stack.size() - 1));
    }

    void openHandlers(Set<String> names) {
        handlers.push(names);
    }

    void closeHandlers() {
        handlers.pop();
    }

    /** The binding that a name means here; null when it means none. */
    @Nullable
    Binding lookUp(String name) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            Binding binding = stack.get(i).get(name);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    void load(String name, Spot spot, SourceRange range, boolean postponed) {
        Binding.Use use = new Binding.Use(scope(), spot, cell);
        boolean classNames = true;
        boolean starImport = false;
        for (int i = stack.size() - 1; i >= 0; i--) {
            Scope scope = stack.get(i);
            if (scope.is(Scope.Kind.CLASS) && name.equals("__class__")) {
                return;
            }
            if (scope.is(Scope.Kind.CLASS) && !classNames) {
                continue;
            }
            Binding binding = scope.get(name);
            if (binding != null && binding.kind() == Binding.Kind.ANNOTATION && !postponed) {
                binding.use(use);
                continue;
            }
            if (binding != null) {
                read(scope, binding, use, range);
                return;
            }
            starImport |= scope.starImport();
            classNames &= (scope.is(Scope.Kind.TYPE) || scope.kind().comprehension());
        }
        noteUse(name, range);
        missing(name, use, range, starImport);
    }

    private void read(Scope scope, Binding binding, Binding.Use use, SourceRange range) {
        binding.use(use);
        if (binding.kind().importation() && binding.hasAlias()) {
            Binding full = scope.get(binding.fullName());
            if (full != null) {
                full.use(use);
            }
        }
        if (scope.is(Scope.Kind.MODULE) && binding.kind() != Binding.Kind.BUILTIN) {
            noteUse(binding.name(), range);
        }
    }

    private void noteUse(String name, SourceRange range) {
        if (!bound.get(cell).contains(name)) {
            used.get(cell).putIfAbsent(name, range);
        }
    }

    private void missing(String name, Binding.Use use, SourceRange range, boolean starImport) {
        if (starImport) {
            stack.forEach(scope -> scope.stars().forEach(star -> star.use(use)));
            reports.add(NameProblem.Kind.UNDEFINED_UNLESS_STAR, name, cell, range);
        } else if (!(scope().is(Scope.Kind.CLASS) && CLASS_NAMES.contains(name))
                && !handlers.getFirst().contains("NameError")) {
            reports.add(NameProblem.Kind.UNDEFINED, name, cell, range);
        }
    }

    /** A name is bound by a node; the kind of binding follows from what stands around it. */
    void store(String name, Spot spot) {
        if (scope().is(Scope.Kind.FUNCTION) && !scope().has(name)) {
            reportEarlyRead(name);
        }
        add(spot, new Binding(kind(name, spot), name, spot, cell));
    }

    private void reportEarlyRead(String name) {
        for (Scope scope : stack.subList(0, stack.size() - 1)) {
            if (!scope.is(Scope.Kind.FUNCTION) && !scope.is(Scope.Kind.MODULE)) {
                continue;
            }
            Binding binding = scope.get(name);
            Binding.Use use = binding == null ? null : binding.used();
            if (use != null && use.scope() == scope()) {
                reports.add(
                        NameProblem.Kind.UNDEFINED_LOCAL,
                        name,
                        use.cell(),
                        use.spot().node().getSourceRange());
                return;
            }
        }
    }

    private Binding.Kind kind(String name, Spot spot) {
        Spot statement = Forks.statement(spot);
        SSTNode node = statement.node();
        if (node instanceof StmtTy.AnnAssign annotated && annotated.value == null) {
            return Binding.Kind.ANNOTATION;
        }
        boolean loop = node instanceof StmtTy.For || node instanceof StmtTy.AsyncFor || node instanceof ComprehensionTy;
        if (loop || statement != spot.parent() && !literalUnpacking(node)) {
            return Binding.Kind.PLAIN;
        }
        boolean direct = statement == spot.parent() && Exports.assigned(node);
        if (name.equals("__all__") && scope().is(Scope.Kind.MODULE) && direct) {
            return Binding.Kind.EXPORT;
        }
        return node instanceof ExprTy.NamedExpr ? Binding.Kind.NAMED_EXPRESSION : Binding.Kind.ASSIGNMENT;
    }

    private static boolean literalUnpacking(SSTNode node) {
        if (!(node instanceof StmtTy.Assign assign) || !hasElements(assign.value)) {
            return false;
        }
        for (ExprTy target : assign.targets) {
            if (!hasElements(target)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasElements(ExprTy node) {
        return node instanceof ExprTy.Tuple || node instanceof ExprTy.List || node instanceof ExprTy.Set;
    }

    /** Binds a value; the node is what is to blame. */
    void add(Spot node, Binding value) {
        String name = value.name();
        Scope holder = holder(name);
        Binding existing = holder.get(name);
        if (existing != null && existing.source() != null && !Forks.different(node, existing.source())) {
            compare(node, value, holder, existing);
        }
        if (value.kind() == Binding.Kind.EXPORT) {
            value.export(Exports.names(scope(), node));
        }
        put(value);
        if (scope().is(Scope.Kind.MODULE) || holdsTop(value)) {
            noteBound(name, node);
        }
    }

    private boolean holdsTop(Binding value) {
        return value.kind() == Binding.Kind.NAMED_EXPRESSION && named().is(Scope.Kind.MODULE);
    }

    private void noteBound(String name, Spot node) {
        bound.get(cell).add(name);
        reports.boundAtTop(name, cell);
        firstBound.get(cell).putIfAbsent(name, node.node().getSourceRange());
    }

    private Scope holder(String name) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i).has(name)) {
                return stack.get(i);
            }
        }
        return module();
    }

    private void compare(Spot node, Binding value, Scope holder, Binding existing) {
        SSTNode statement = value.source() == null
                ? node.node()
                : Forks.statement(value.source()).node();
        boolean loop = statement instanceof StmtTy.For || statement instanceof StmtTy.AsyncFor;
        if (existing.kind().importation() && loop) {
            return;
        }
        if (holder == scope()) {
            boolean counts = !value.name().equals("_") || existing.kind().importation();
            if (existing.used() == null && value.redefines(existing) && counts && !Typing.overload(existing, this)) {
                redefined(value.name(), node, existing);
            }
        } else if (existing.kind().importation() && value.redefines(existing)) {
            existing.shadowings().add(new Binding.Use(scope(), node, cell));
        }
    }

    private void redefined(String name, Spot node, Binding existing) {
        reports.add(NameProblem.Kind.REDEFINED_UNUSED, name, cell, node.node().getSourceRange(), existing.cell());
    }

    private Scope named() {
        for (int i = stack.size() - 1; i > 0; i--) {
            if (!stack.get(i).kind().comprehension()) {
                return stack.get(i);
            }
        }
        return module();
    }

    private void put(Binding value) {
        String name = value.name();
        Binding before = scope().get(name);
        if (before != null) {
            value.use(before.used());
        }
        if (before != null && value.kind() == Binding.Kind.ANNOTATION) {
            return;
        }
        if (value.kind() == Binding.Kind.NAMED_EXPRESSION) {
            Scope target = named();
            Binding there = target.get(name);
            if (there == null || there.kind() == Binding.Kind.ANNOTATION) {
                target.put(name, value);
            }
        } else {
            scope().put(name, value);
        }
    }

    void delete(String name, Spot spot) {
        for (Spot at = spot.parent(); at != null; at = at.parent()) {
            SSTNode node = at.node();
            if (node instanceof StmtTy.If || node instanceof StmtTy.While || node instanceof ExprTy.IfExp) {
                return;
            }
        }
        if (scope().remove(name) == null) {
            reports.add(NameProblem.Kind.UNDEFINED, name, cell, spot.node().getSourceRange());
        }
    }

    void global(String[] names, Spot spot) {
        if (scope() == module()) {
            return;
        }
        for (String name : names) {
            Binding binding = new Binding(Binding.Kind.ASSIGNMENT, name, spot, cell);
            reports.forgetUndefined(name);
            module().putIfAbsent(name, binding);
            binding.use(new Binding.Use(module(), spot, cell));
            for (Scope scope : stack.subList(1, stack.size())) {
                scope.put(name, binding);
            }
        }
    }

    /** Reports what closed scopes leave behind. */
    void finish() {
        new Leftovers(reports).report(dead);
    }
}
