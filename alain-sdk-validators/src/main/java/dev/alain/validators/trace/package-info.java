/** What Python code would do, followed through its tokens; works for code that does not parse. */
@NullMarked
package dev.alain.validators.trace;

import org.jspecify.annotations.NullMarked;
