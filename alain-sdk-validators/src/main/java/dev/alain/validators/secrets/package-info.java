/** Finds keys, private keys and passwords in text and in notebooks, and blots them out. */
@NullMarked
package dev.alain.validators.secrets;

import org.jspecify.annotations.NullMarked;
