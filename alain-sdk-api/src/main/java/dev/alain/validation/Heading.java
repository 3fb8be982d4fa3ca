package dev.alain.validation;

/**
 * A heading of a markdown cell.
 *
 * @param level 1 to 6
 * @param line in its cell, from 1
 */
public record Heading(String cellId, int line, int level, String text) {}
