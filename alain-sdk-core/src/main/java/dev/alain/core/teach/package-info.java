/** Teachers: who writes outline and sections. */
@NullMarked
package dev.alain.core.teach;

import org.jspecify.annotations.NullMarked;
