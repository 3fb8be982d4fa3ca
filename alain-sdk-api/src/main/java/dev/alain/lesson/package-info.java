/** What a teacher writes: an outline and its sections. */
@NullMarked
package dev.alain.lesson;

import org.jspecify.annotations.NullMarked;
