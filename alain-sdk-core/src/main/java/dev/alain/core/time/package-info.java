/** Letting time pass, so that tests need not. */
@NullMarked
package dev.alain.core.time;

import org.jspecify.annotations.NullMarked;
