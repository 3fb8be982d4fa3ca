/** The language of Ollama. */
@NullMarked
package dev.alain.providers.ollama;

import org.jspecify.annotations.NullMarked;
