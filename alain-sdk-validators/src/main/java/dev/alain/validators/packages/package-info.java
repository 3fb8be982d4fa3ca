/** Which packages there are, what installs them, and what they bring. */
@NullMarked
package dev.alain.validators.packages;

import org.jspecify.annotations.NullMarked;
