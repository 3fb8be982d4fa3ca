/** Rules of the notebook contract, one class a rule. */
@NullMarked
package dev.alain.core.review.rules;

import org.jspecify.annotations.NullMarked;
