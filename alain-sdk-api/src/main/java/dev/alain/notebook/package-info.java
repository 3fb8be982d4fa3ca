/** Jupyter notebooks: a lossless model, strict validation, upgrade and canonical bytes of nbformat. */
@NullMarked
package dev.alain.notebook;

import org.jspecify.annotations.NullMarked;
