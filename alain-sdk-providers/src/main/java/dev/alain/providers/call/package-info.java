/** One question from request to reply, all attempts included. */
@NullMarked
package dev.alain.providers.call;

import org.jspecify.annotations.NullMarked;
