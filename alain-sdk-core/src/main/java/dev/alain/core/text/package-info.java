/** Text as it is written into notebooks: Python literals, Markdown that does nothing, blanks that are filled strictly. */
@NullMarked
package dev.alain.core.text;

import org.jspecify.annotations.NullMarked;
