/** What a run is estimated to cost. */
@NullMarked
package dev.alain.validators.rules.execution;

import org.jspecify.annotations.NullMarked;
