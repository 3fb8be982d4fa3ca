package dev.alain.validators.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value bound to a name, after pyflakes' classes of bindings. */
final class Binding {
    /** What binds a name. */
    enum Kind {
        PLAIN,
        BUILTIN,
        ARGUMENT,
        ASSIGNMENT,
        NAMED_EXPRESSION,
        ANNOTATION,
        FUNCTION,
        CLASS,
        EXPORT,
        IMPORT,
        SUBMODULE_IMPORT,
        FROM_IMPORT,
        FUTURE_IMPORT,
        STAR_IMPORT;

        boolean importation() {
            return switch (this) {
                case IMPORT, SUBMODULE_IMPORT, FROM_IMPORT, FUTURE_IMPORT, STAR_IMPORT -> true;
                default -> false;
            };
        }

        boolean definition() {
            return importation() || this == FUNCTION || this == CLASS || this == BUILTIN;
        }

        boolean assignment() {
            return this == ASSIGNMENT || this == NAMED_EXPRESSION;
        }
    }

    /** Where a binding was read. */
    record Use(Scope scope, Spot spot, int cell) {}

    private final Kind kind;
    private final String name;
    private final @Nullable Spot source;
    private final int cell;
    private String fullName = "";
    private String module = "";
    private String realName = "";
    private @Nullable Use used;
    private List<String> exports = List.of();
    private final List<Use> shadowings = new ArrayList<>(0);

    Binding(Kind kind, String name, @Nullable Spot source, int cell) {
        this.kind = kind;
        this.name = name;
        this.source = source;
        this.cell = cell;
    }

    static Binding ofModule(String name, String fullName, Spot source, int cell) {
        Binding binding = new Binding(Kind.IMPORT, name, source, cell);
        binding.fullName = fullName;
        return binding;
    }

    /** {@code import a.b}, which binds {@code a}. */
    static Binding ofSubmodule(String fullName, Spot source, int cell) {
        String root = fullName.substring(0, fullName.indexOf('.'));
        Binding binding = new Binding(Kind.SUBMODULE_IMPORT, root, source, cell);
        binding.fullName = fullName;
        return binding;
    }

    static Binding ofMember(Kind kind, String name, String module, String realName, Spot source, int cell) {
        Binding binding = new Binding(kind, name, source, cell);
        binding.module = module;
        binding.realName = realName;
        binding.fullName = module.endsWith(".") ? module + realName : module + "." + realName;
        return binding;
    }

    static Binding ofStar(String module, Spot source, int cell) {
        Binding binding = new Binding(Kind.STAR_IMPORT, module + ".*", source, cell);
        binding.fullName = module;
        return binding;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    @Nullable
    Spot source() {
        return source;
    }

    /** The index of the cell that binds it. */
    int cell() {
        return cell;
    }

    String fullName() {
        return fullName;
    }

    String module() {
        return module;
    }

    String realName() {
        return realName;
    }

    @Nullable
    Use used() {
        return used;
    }

    void use(@Nullable Use use) {
        used = use;
    }

    List<String> exports() {
        return exports;
    }

    void export(List<String> names) {
        exports = List.copyOf(names);
    }

    /** Definitions of the same name in scopes within. */
    List<Use> shadowings() {
        return shadowings;
    }

    boolean hasAlias() {
        return !fullName.substring(fullName.lastIndexOf('.') + 1).equals(name);
    }

    /** Whether it takes the place of another one of the same name that nothing read. */
    boolean redefines(Binding other) {
        return switch (kind) {
            case ANNOTATION -> false;
            case SUBMODULE_IMPORT ->
                other.kind.importation() ? fullName.equals(other.fullName) : definitionRedefines(other);
            case IMPORT, FROM_IMPORT, FUTURE_IMPORT, STAR_IMPORT ->
                other.kind == Kind.SUBMODULE_IMPORT
                        ? fullName.equals(other.fullName)
                        : other.kind.definition() && name.equals(other.name);
            case FUNCTION, CLASS, BUILTIN -> definitionRedefines(other);
            default -> other.kind.definition() && name.equals(other.name);
        };
    }

    private boolean definitionRedefines(Binding other) {
        return (other.kind.definition() || other.kind.assignment()) && name.equals(other.name);
    }
}
