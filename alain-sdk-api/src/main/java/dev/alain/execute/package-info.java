/** Running a notebook, which happens only when asked for. */
@NullMarked
package dev.alain.execute;

import org.jspecify.annotations.NullMarked;
