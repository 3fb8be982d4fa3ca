/** When a call is made, made again, or not made. */
@NullMarked
package dev.alain.providers.gate;

import org.jspecify.annotations.NullMarked;
