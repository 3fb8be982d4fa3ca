package dev.alain.core.research;

import java.util.List;

/**
 * The text under one heading of a card.
 *
 * @param heading empty for what stands before the first heading
 * @param level 1 to 6; 0 without a heading
 * @param paragraphs plain text, cleaned of HTML, links and images
 * @param firstLine in the file, from 1
 * @param lastLine in the file, inclusive
 */
record CardSection(String heading, int level, List<String> paragraphs, int firstLine, int lastLine) {}
