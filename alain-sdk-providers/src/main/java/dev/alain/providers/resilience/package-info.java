/** How insistent calls are. */
@NullMarked
package dev.alain.providers.resilience;

import org.jspecify.annotations.NullMarked;
