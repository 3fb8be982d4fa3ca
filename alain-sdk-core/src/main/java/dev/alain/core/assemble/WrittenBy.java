package dev.alain.core.assemble;

/**
 * Who wrote a step.
 *
 * @param teacher such as {@code offline}
 * @param fallback whether another teacher was meant to write it
 */
public record WrittenBy(String teacher, boolean fallback) {}
