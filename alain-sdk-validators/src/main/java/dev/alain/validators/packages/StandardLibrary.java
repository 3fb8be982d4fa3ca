package dev.alain.validators.packages;

import java.util.Set;

/** Modules that come with Python 3.13. */
public final class StandardLibrary {
    private static final Set<String> MODULES = Set.copyOf(Lines.of("stdlib.txt"));

    private StandardLibrary() {}

    /** Whether a module's first part is one of them. */
    public static boolean has(String root) {
        return MODULES.contains(root);
    }
}
