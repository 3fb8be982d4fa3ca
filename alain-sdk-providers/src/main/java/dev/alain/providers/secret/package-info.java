/** The one place that keeps secrets out of what leaves the providers. */
@NullMarked
package dev.alain.providers.secret;

import org.jspecify.annotations.NullMarked;
