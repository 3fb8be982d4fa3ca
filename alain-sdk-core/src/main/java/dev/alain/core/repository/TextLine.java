package dev.alain.core.repository;

/**
 * A text and where it stands.
 *
 * @param line from 1
 */
record TextLine(String text, int line) {}
