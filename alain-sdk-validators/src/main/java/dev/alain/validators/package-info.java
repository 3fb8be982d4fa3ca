/** The rule catalogue, behind {@link dev.alain.validation.RuleCatalog}. */
@NullMarked
package dev.alain.validators;

import org.jspecify.annotations.NullMarked;
