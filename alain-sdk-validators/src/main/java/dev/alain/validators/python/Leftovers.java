package dev.alain.validators.python;

import dev.alain.code.NameProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What nothing read: local variables, imports, and exports that nothing defines. */
final class Leftovers {
    private static final Set<String> ALWAYS_USED =
            Set.of("_", "__tracebackhide__", "__traceback_info__", "__traceback_supplement__", "__debuggerskip__");

    private final NameReports reports;

    Leftovers(NameReports reports) {
        this.reports = reports;
    }

    /** Reports what closed scopes leave behind. */
    void report(List<Scope> dead) {
        for (Scope scope : dead) {
            if (scope.is(Scope.Kind.FUNCTION) && !scope.usesLocals()) {
                unusedVariables(scope);
            }
            if (!scope.is(Scope.Kind.CLASS)) {
                unusedImports(scope, exported(scope));
            }
        }
    }

    private void unusedVariables(Scope scope) {
        for (Binding binding : scope.bindings()) {
            if (binding.used() == null && binding.kind().assignment() && !ALWAYS_USED.contains(binding.name())) {
                report(NameProblem.Kind.UNUSED_VARIABLE, binding.name(), binding);
            }
        }
    }

    private Set<String> exported(Scope scope) {
        Binding all = scope.get("__all__");
        if (all == null || all.kind() != Binding.Kind.EXPORT) {
            return Set.of();
        }
        for (String name : all.exports()) {
            if (scope.has(name)) {
                continue;
            }
            report(
                    scope.starImport() ? NameProblem.Kind.UNDEFINED_UNLESS_STAR : NameProblem.Kind.UNDEFINED_EXPORT,
                    name,
                    all);
            Binding.Use use = new Binding.Use(scope, Objects.requireNonNull(all.source()), all.cell());
            scope.stars().forEach(star -> star.use(use));
        }
        return Set.copyOf(new HashSet<>(all.exports()));
    }

    private void unusedImports(Scope scope, Set<String> exported) {
        for (Binding binding : scope.bindings()) {
            if (!binding.kind().importation() || binding.used() != null || exported.contains(binding.name())) {
                continue;
            }
            report(NameProblem.Kind.UNUSED_IMPORT, unusedName(binding), binding);
            for (Binding.Use by : binding.shadowings()) {
                reports.add(
                        NameProblem.Kind.REDEFINED_UNUSED,
                        binding.name(),
                        by.cell(),
                        by.spot().node().getSourceRange(),
                        binding.cell());
            }
        }
    }

    private static String unusedName(Binding binding) {
        return binding.kind() == Binding.Kind.STAR_IMPORT ? binding.name() : binding.fullName();
    }

    private void report(NameProblem.Kind kind, String name, Binding binding) {
        Spot source = binding.source();
        if (source != null) {
            reports.add(kind, name, binding.cell(), source.node().getSourceRange());
        }
    }
}
