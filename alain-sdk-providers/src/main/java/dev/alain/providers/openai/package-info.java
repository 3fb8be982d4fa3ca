/** The language of OpenAI, which most vendors speak. */
@NullMarked
package dev.alain.providers.openai;

import org.jspecify.annotations.NullMarked;
