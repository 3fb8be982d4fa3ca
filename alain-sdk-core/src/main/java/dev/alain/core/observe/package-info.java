/** Binding of events to metrics. */
@NullMarked
package dev.alain.core.observe;

import org.jspecify.annotations.NullMarked;
