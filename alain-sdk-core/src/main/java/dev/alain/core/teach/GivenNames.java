package dev.alain.core.teach;

import java.util.Set;

/** Names that exist before the first step of every manual. */
public final class GivenNames {
    /** What the configuration cell defines. */
    public static final Set<String> ALL = Set.of("MODEL_ID", "REVISION", "SEED", "DEVICE", "DTYPE");

    private GivenNames() {}
}
