package dev.alain.validators.python;

import dev.alain.validators.parser.graalpy.sst.ModTy;
import org.jspecify.annotations.Nullable;

/**
 * A cell on its way through the analysis.
 *
 * @param id the cell's id
 * @param source what Python gets
 * @param error why there is no tree; null for cells of other languages, too
 * @param module the tree; null when there is none
 */
record AnalyzedCell(
        String id, TransformedCell source, PythonSyntax.@Nullable Fault error, ModTy.@Nullable Module module) {
    PositionMap positions() {
        return source.positions();
    }
}
