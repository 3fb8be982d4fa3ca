package dev.alain.validators.rules.security;

import dev.alain.validation.Severity;

/**
 * Something dangerous that code does.
 *
 * @param rule whose finding it is
 * @param line in the cell, from 1
 */
record Danger(String rule, Severity severity, String cellId, int line, String message) {}
