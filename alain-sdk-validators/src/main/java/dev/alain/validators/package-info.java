/**
 * The rule catalogue beyond format and notebook contract, behind {@link dev.alain.validation.RuleCatalog}.
 *
 * <p>No rule is released yet: format and contract rules live in the core. This module holds the catalogue's place in the
 * house, so that builds which name it go on working.
 */
@NullMarked
package dev.alain.validators;

import org.jspecify.annotations.NullMarked;
