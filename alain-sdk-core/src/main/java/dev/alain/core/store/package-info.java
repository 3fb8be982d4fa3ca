/** Stores: results of stages and files of runs, on disk or in memory. */
@NullMarked
package dev.alain.core.store;

import org.jspecify.annotations.NullMarked;
