/** Whether a second run gives what the first one gave. */
@NullMarked
package dev.alain.validators.rules.reproducibility;

import org.jspecify.annotations.NullMarked;
