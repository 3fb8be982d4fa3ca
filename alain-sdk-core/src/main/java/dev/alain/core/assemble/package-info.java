/** Assembly: from outline and sections to a notebook, cell by cell, always in the same way. */
@NullMarked
package dev.alain.core.assemble;

import org.jspecify.annotations.NullMarked;
