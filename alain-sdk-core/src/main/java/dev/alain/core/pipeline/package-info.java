/** The pipeline: stages in order, results kept under their keys, events on the way, resume and cancel. */
@NullMarked
package dev.alain.core.pipeline;

import org.jspecify.annotations.NullMarked;
