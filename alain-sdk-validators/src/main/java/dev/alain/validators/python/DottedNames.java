package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import org.jspecify.annotations.Nullable;

/**
 * Full names of expressions: {@code np.load} is {@code numpy.load} after {@code import numpy as np}.
 *
 * <p>Sees through {@code getattr}, {@code __import__}, {@code importlib.import_module}, {@code sys.modules},
 * {@code __dict__}, {@code builtins} and names that are given another name once.
 */
final class DottedNames {
    private static final int LONGEST_CHAIN = 8;

    private final NotebookNames notebook;
    private final ConstantFolding folding;

    DottedNames(NotebookNames notebook) {
        this.notebook = notebook;
        this.folding = new ConstantFolding(notebook, this);
    }

    ConstantFolding folding() {
        return folding;
    }

    /** The full name; null for what has none. */
    @Nullable
    String of(@Nullable ExprTy node, PositionMap positions) {
        return of(node, positions, 0);
    }

    /** The full name of what is called; {@code ?.name} for a method of something without a name, else empty. */
    String callee(ExprTy function, PositionMap positions) {
        String name = of(function, positions);
        if (name != null) {
            return name;
        }
        return function instanceof ExprTy.Attribute attribute ? "?." + attribute.attr : "";
    }

    private @Nullable String of(@Nullable ExprTy node, PositionMap positions, int chain) {
        if (node instanceof ExprTy.Name name) {
            return name(name.id, chain);
        }
        if (node instanceof ExprTy.Attribute attribute) {
            String value = of(attribute.value, positions, chain);
            return value == null ? null : member(value, attribute.attr);
        }
        if (node instanceof ExprTy.NamedExpr named) {
            return of(named.value, positions, chain);
        }
        if (node instanceof ExprTy.Call call) {
            return call(call, positions, chain);
        }
        return node instanceof ExprTy.Subscript subscript ? item(subscript, positions, chain) : null;
    }

    private static String member(String value, String name) {
        return value.equals("builtins") || value.equals("__builtins__") ? name : value + "." + name;
    }

    private String name(String name, int chain) {
        String imported = notebook.imported(name);
        if (imported != null) {
            return imported;
        }
        NotebookNames.Given given = notebook.value(name);
        if (given == null || chain >= LONGEST_CHAIN || !otherName(given.value())) {
            return name;
        }
        String other = of(given.value(), given.positions(), chain + 1);
        return other == null ? name : other;
    }

    /** Whether a value is but another name for something imported or built in. */
    private boolean otherName(ExprTy value) {
        ExprTy root = value;
        while (root instanceof ExprTy.Attribute attribute) {
            root = attribute.value;
        }
        if (root instanceof ExprTy.Name name) {
            return notebook.imported(name.id) != null || Builtins.has(name.id) || notebook.value(name.id) != null;
        }
        if (root instanceof ExprTy.Call call && call.func instanceof ExprTy.Name function) {
            return function.id.equals("getattr") || function.id.equals("__import__");
        }
        return root instanceof ExprTy.Call call
                && call.func instanceof ExprTy.Attribute function
                && function.attr.equals("import_module");
    }

    private @Nullable String call(ExprTy.Call call, PositionMap positions, int chain) {
        String function = of(call.func, positions, chain);
        int arguments = call.args == null ? 0 : call.args.length;
        if (function == null || arguments == 0) {
            return null;
        }
        if (function.equals("getattr") && arguments >= 2) {
            String value = of(call.args[0], positions, chain);
            String attribute = string(call.args[1], positions);
            return value == null || attribute == null ? null : member(value, attribute);
        }
        if (function.equals("vars")) {
            String value = of(call.args[0], positions, chain);
            return value == null ? null : value + ".__dict__";
        }
        boolean imports = function.equals("__import__") || function.equals("importlib.import_module");
        return imports ? string(call.args[0], positions) : null;
    }

    private @Nullable String item(ExprTy.Subscript subscript, PositionMap positions, int chain) {
        String value = of(subscript.value, positions, chain);
        if (value == null) {
            return null;
        }
        boolean modules = value.equals("sys.modules");
        if (!modules && !value.endsWith(".__dict__")) {
            return null;
        }
        String key = string(subscript.slice, positions);
        if (key == null) {
            return null;
        }
        return modules ? key : member(value.substring(0, value.length() - ".__dict__".length()), key);
    }

    private @Nullable String string(ExprTy node, PositionMap positions) {
        Constant constant = folding.fold(node, positions);
        return constant != null && constant.kind() == Constant.Kind.STRING ? constant.text() : null;
    }
}
