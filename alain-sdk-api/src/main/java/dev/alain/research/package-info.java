/** Everything known of a subject, each fact with its source. */
@NullMarked
package dev.alain.research;

import org.jspecify.annotations.NullMarked;
