/** One package a family of rules, one class a rule, one page a rule. */
@NullMarked
package dev.alain.validators.rules;

import org.jspecify.annotations.NullMarked;
