package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ArgTy;
import dev.alain.validators.parser.graalpy.sst.ArgumentsTy;
import dev.alain.validators.parser.graalpy.sst.ComprehensionTy;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import org.jspecify.annotations.Nullable;

/** Opens the scopes of functions, classes and comprehensions, and binds what they define. */
abstract class DefinitionWalker extends AnnotationWalker {
    DefinitionWalker(NameTable names, Spot root) {
        super(names, root);
    }

    @Override
    public Boolean visit(StmtTy.For node) {
        walk(node.iter);
        walk(node.target);
        walkAll(node.body);
        walkAll(node.orElse);
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AsyncFor node) {
        walk(node.iter);
        walk(node.target);
        walkAll(node.body);
        walkAll(node.orElse);
        return true;
    }

    @Override
    public Boolean visit(ComprehensionTy node) {
        walk(node.iter);
        walk(node.target);
        walkAll(node.ifs);
        return true;
    }

    @Override
    public Boolean visit(ExprTy.ListComp node) {
        return comprehension(Scope.Kind.COMPREHENSION, node.generators, node.element, null);
    }

    @Override
    public Boolean visit(ExprTy.SetComp node) {
        return comprehension(Scope.Kind.COMPREHENSION, node.generators, node.element, null);
    }

    @Override
    public Boolean visit(ExprTy.DictComp node) {
        return comprehension(Scope.Kind.COMPREHENSION, node.generators, node.key, node.value);
    }

    @Override
    public Boolean visit(ExprTy.GeneratorExp node) {
        return comprehension(Scope.Kind.GENERATOR, node.generators, node.element, null);
    }

    private boolean comprehension(
            Scope.Kind kind, ComprehensionTy[] generators, SSTNode element, @Nullable SSTNode value) {
        walk(generators[0].iter);
        names.open(kind);
        for (int i = 0; i < generators.length; i++) {
            if (i == 0) {
                firstGenerator(generators[0]);
            } else {
                walk(generators[i]);
            }
        }
        walk(element);
        walk(value);
        names.close();
        return true;
    }

    /** A generator whose source was read already. */
    private void firstGenerator(ComprehensionTy generator) {
        Spot around = here;
        here = new Spot(generator, around);
        walk(generator.target);
        walkAll(generator.ifs);
        here = around;
    }

    @Override
    public Boolean visit(StmtTy.FunctionDef node) {
        walkAll(node.decoratorList);
        names.open(Scope.Kind.TYPE);
        walkAll(node.typeParams);
        function(node.args, node.returns, node.body, null);
        names.close();
        names.add(here, new Binding(Binding.Kind.FUNCTION, node.name, here, names.cell()));
        return true;
    }

    @Override
    public Boolean visit(StmtTy.AsyncFunctionDef node) {
        walkAll(node.decoratorList);
        names.open(Scope.Kind.TYPE);
        walkAll(node.typeParams);
        function(node.args, node.returns, node.body, null);
        names.close();
        names.add(here, new Binding(Binding.Kind.FUNCTION, node.name, here, names.cell()));
        return true;
    }

    @Override
    public Boolean visit(ExprTy.Lambda node) {
        function(node.args, null, null, node.body);
        return true;
    }

    private void function(
            @Nullable ArgumentsTy arguments,
            @Nullable SSTNode returns,
            SSTNode @Nullable [] body,
            @Nullable SSTNode value) {
        if (arguments != null) {
            annotations(arguments.posOnlyArgs);
            annotations(arguments.args);
            annotations(arguments.kwOnlyArgs);
            annotations(arguments.varArg);
            annotations(arguments.kwArg);
        }
        annotation(returns);
        if (arguments != null) {
            walkAll(arguments.defaults);
            walkAll(arguments.kwDefaults);
        }
        putOff(() -> {
            names.open(Scope.Kind.FUNCTION);
            walk(arguments);
            walkAll(body);
            walk(value);
            names.close();
        });
    }

    private void annotations(ArgTy @Nullable ... arguments) {
        if (arguments != null) {
            for (ArgTy argument : arguments) {
                if (argument != null) {
                    annotation(argument.annotation);
                }
            }
        }
    }

    @Override
    public Boolean visit(ArgumentsTy node) {
        walkAll(node.posOnlyArgs);
        walkAll(node.args);
        walk(node.varArg);
        walkAll(node.kwOnlyArgs);
        walk(node.kwArg);
        return true;
    }

    @Override
    public Boolean visit(ArgTy node) {
        names.add(here, new Binding(Binding.Kind.ARGUMENT, node.arg, here, names.cell()));
        return true;
    }

    @Override
    public Boolean visit(StmtTy.ClassDef node) {
        walkAll(node.decoratorList);
        names.open(Scope.Kind.TYPE);
        walkAll(node.typeParams);
        walkAll(node.bases);
        walkAll(node.keywords);
        names.open(Scope.Kind.CLASS);
        walkAll(node.body);
        names.close();
        names.close();
        names.add(here, new Binding(Binding.Kind.CLASS, node.name, here, names.cell()));
        return true;
    }
}
