/** The language of Anthropic. */
@NullMarked
package dev.alain.providers.anthropic;

import org.jspecify.annotations.NullMarked;
