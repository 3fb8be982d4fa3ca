/** Whether a notebook is built to teach: title, sections, prose, sizes. */
@NullMarked
package dev.alain.validators.rules.structure;

import org.jspecify.annotations.NullMarked;
