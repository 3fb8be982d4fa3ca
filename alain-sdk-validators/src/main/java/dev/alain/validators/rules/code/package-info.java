/** Whether the code can run: syntax, names, imports, installs. */
@NullMarked
package dev.alain.validators.rules.code;

import org.jspecify.annotations.NullMarked;
