package dev.alain.validators.rules.colab;

/**
 * A value in the description of a form field.
 *
 * @param text without quotes; an array or object as empty text
 * @param quoted whether it is a text in quotes
 */
record FormValue(String text, boolean quoted) {}
