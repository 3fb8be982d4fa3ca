/** Reading and writing JSON within limits. */
@NullMarked
package dev.alain.providers.json;

import org.jspecify.annotations.NullMarked;
