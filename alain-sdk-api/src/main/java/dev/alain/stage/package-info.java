/** Stages: pure functions between stored values, keyed by their inputs. */
@NullMarked
package dev.alain.stage;

import org.jspecify.annotations.NullMarked;
