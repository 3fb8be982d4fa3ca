/**
 * Chat models behind HTTP endpoints: OpenAI, Poe, Anthropic, Ollama, vLLM, LM Studio, llama.cpp and any that speak
 * like them.
 *
 * <p>Start with the class that has the vendor's name, or with {@link dev.alain.providers.OpenAiCompatible}.
 */
@NullMarked
package dev.alain.providers;

import org.jspecify.annotations.NullMarked;
