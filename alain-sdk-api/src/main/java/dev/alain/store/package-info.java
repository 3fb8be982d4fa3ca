/** Where results of stages and the files of a run are kept. */
@NullMarked
package dev.alain.store;

import org.jspecify.annotations.NullMarked;
