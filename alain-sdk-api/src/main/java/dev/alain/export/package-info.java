/** Turning an artifact into another format. */
@NullMarked
package dev.alain.export;

import org.jspecify.annotations.NullMarked;
