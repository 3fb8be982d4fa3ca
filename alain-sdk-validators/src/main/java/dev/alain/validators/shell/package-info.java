/** Shell text, read into commands. */
@NullMarked
package dev.alain.validators.shell;

import org.jspecify.annotations.NullMarked;
