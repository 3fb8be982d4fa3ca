/** Whether the file is a sound notebook: JSON, schema, ids, sizes, names. */
@NullMarked
package dev.alain.validators.rules.format;

import org.jspecify.annotations.NullMarked;
