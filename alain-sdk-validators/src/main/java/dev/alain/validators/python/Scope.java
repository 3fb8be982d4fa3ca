package dev.alain.validators.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of a module, class, function or comprehension. */
final class Scope {
    /** What kinds of scopes there are. */
    enum Kind {
        MODULE,
        CLASS,
        FUNCTION,
        /** Type parameters. */
        TYPE,
        COMPREHENSION,
        GENERATOR;

        boolean comprehension() {
            return this == COMPREHENSION || this == GENERATOR;
        }
    }

    private final Kind kind;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final List<Binding> stars = new ArrayList<>(0);
    private boolean starImport;
    private boolean usesLocals;

    Scope(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    boolean is(Kind asked) {
        return kind == asked;
    }

    /** The binding of a name; a module has Python's own names without being told. */
    @Nullable
    Binding get(String name) {
        Binding binding = bindings.get(name);
        if (binding == null && kind == Kind.MODULE && Builtins.has(name)) {
            binding = new Binding(Binding.Kind.BUILTIN, name, null, 0);
            bindings.put(name, binding);
        }
        return binding;
    }

    boolean has(String name) {
        return get(name) != null;
    }

    void put(String name, Binding binding) {
        bindings.put(name, binding);
        if (binding.kind() == Binding.Kind.STAR_IMPORT) {
            stars.add(binding);
        }
    }

    /** Star imports. */
    List<Binding> stars() {
        return stars;
    }

    void putIfAbsent(String name, Binding binding) {
        if (!has(name)) {
            bindings.put(name, binding);
        }
    }

    /** Takes a name away; null when it was not there. */
    @Nullable
    Binding remove(String name) {
        Binding binding = get(name);
        bindings.remove(name);
        return binding;
    }

    List<Binding> bindings() {
        return new ArrayList<>(bindings.values());
    }

    boolean starImport() {
        return starImport;
    }

    void noteStarImport() {
        starImport = true;
    }

    boolean usesLocals() {
        return usesLocals;
    }

    void noteLocals() {
        usesLocals = true;
    }
}
