package dev.alain.core.hub;

/**
 * A model that a search found.
 *
 * @param task such as {@code text-generation}; empty when unknown
 * @param library such as {@code transformers}; empty when unknown
 * @param gated whether its files need consent first
 */
public record FoundModel(String id, String task, String library, long downloads, long likes, boolean gated) {}
