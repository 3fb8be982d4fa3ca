/** The threads of the providers, all of them daemons. */
@NullMarked
package dev.alain.providers.thread;

import org.jspecify.annotations.NullMarked;
