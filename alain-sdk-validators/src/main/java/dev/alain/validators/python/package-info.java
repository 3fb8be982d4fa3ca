/** Reads the Python of notebooks: IPython's transform, CPython's syntax, pyflakes' names. */
@NullMarked
package dev.alain.validators.python;

import org.jspecify.annotations.NullMarked;
