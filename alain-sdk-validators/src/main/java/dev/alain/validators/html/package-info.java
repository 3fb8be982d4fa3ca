/** HTML as a browser reads it, and what in it acts. */
@NullMarked
package dev.alain.validators.html;

import org.jspecify.annotations.NullMarked;
