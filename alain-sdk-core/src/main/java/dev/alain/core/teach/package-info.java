/** The LLM teacher: prompts, contracts, and what is done with answers that are not as they should be. */
@NullMarked
package dev.alain.core.teach;

import org.jspecify.annotations.NullMarked;
