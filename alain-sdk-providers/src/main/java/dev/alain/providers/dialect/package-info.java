/** What the languages that vendors speak have in common. */
@NullMarked
package dev.alain.providers.dialect;

import org.jspecify.annotations.NullMarked;
