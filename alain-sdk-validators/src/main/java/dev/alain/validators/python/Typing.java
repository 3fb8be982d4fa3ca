package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.SSTNode;
import dev.alain.validators.parser.graalpy.sst.StmtTy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes from {@code typing}. */
final class Typing {
    private static final Set<String> MODULES = Set.of("typing", "typing_extensions");

    private Typing() {}

    /** The name in {@code typing} that an expression means; null when it means none. */
    static @Nullable String member(@Nullable SSTNode node, NameTable names) {
        if (node instanceof ExprTy.Name name) {
            Binding binding = names.lookUp(name.id);
            return binding != null && binding.kind() == Binding.Kind.FROM_IMPORT && MODULES.contains(binding.module())
                    ? binding.realName()
                    : null;
        }
        if (node instanceof ExprTy.Attribute attribute && attribute.value instanceof ExprTy.Name name) {
            Binding binding = names.lookUp(name.id);
            boolean typing = binding != null && binding.kind().importation() && MODULES.contains(binding.fullName());
            return typing ? attribute.attr : null;
        }
        return null;
    }

    /** Whether an expression is a name, or an attribute of that name. */
    static boolean named(@Nullable SSTNode node, String name) {
        return node instanceof ExprTy.Name plain && plain.id.equals(name)
                || node instanceof ExprTy.Attribute attribute && attribute.attr.equals(name);
    }

    static boolean overload(Binding binding, NameTable names) {
        Spot source = binding.source();
        SSTNode node = source == null ? null : source.node();
        ExprTy[] decorators = node instanceof StmtTy.FunctionDef def
                ? def.decoratorList
                : node instanceof StmtTy.AsyncFunctionDef def ? def.decoratorList : null;
        if (decorators != null) {
            for (ExprTy decorator : decorators) {
                if ("overload".equals(member(decorator, names))) {
                    return true;
                }
            }
        }
        return false;
    }
}
