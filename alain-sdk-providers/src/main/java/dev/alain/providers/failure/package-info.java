/** What went wrong, as one function of what is known. */
@NullMarked
package dev.alain.providers.failure;

import org.jspecify.annotations.NullMarked;
