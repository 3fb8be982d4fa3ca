package dev.alain.core.research;

/**
 * A code block of a card.
 *
 * @param info the first word of its info string, lower case; empty when there is none
 * @param heading the heading that it stands under; may be empty
 * @param firstLine in the file, from 1
 * @param lastLine in the file, inclusive
 */
record CodeBlock(String info, String code, String heading, int firstLine, int lastLine) {}
