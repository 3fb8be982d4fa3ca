/** Watching calls. */
@NullMarked
package dev.alain.providers.observe;

import org.jspecify.annotations.NullMarked;
