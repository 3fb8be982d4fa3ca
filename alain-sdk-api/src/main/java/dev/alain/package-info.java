/** What a user of the SDK writes and reads: generator, recipe, artifact, events and errors. */
@NullMarked
package dev.alain;

import org.jspecify.annotations.NullMarked;
