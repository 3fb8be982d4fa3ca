/** A first look at Python without a parser: what a cell binds, reads and imports. */
@NullMarked
package dev.alain.core.code;

import org.jspecify.annotations.NullMarked;
