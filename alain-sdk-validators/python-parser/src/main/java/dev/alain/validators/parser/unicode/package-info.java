/** The five calls that the parser makes to ICU, answered by the JDK. */
@NullMarked
package dev.alain.validators.parser.unicode;

import org.jspecify.annotations.NullMarked;
