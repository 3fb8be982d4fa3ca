/** What markdown cells hold, read once a notebook for all rules. */
@NullMarked
package dev.alain.validators.markdown;

import org.jspecify.annotations.NullMarked;
