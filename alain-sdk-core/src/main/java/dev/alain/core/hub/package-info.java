/** The Hugging Face Hub: asking it, and keeping what it answered. */
@NullMarked
package dev.alain.core.hub;

import org.jspecify.annotations.NullMarked;
