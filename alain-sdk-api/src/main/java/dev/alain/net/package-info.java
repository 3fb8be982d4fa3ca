/** HTTP as the SDK needs it, without naming a client library. */
@NullMarked
package dev.alain.net;

import org.jspecify.annotations.NullMarked;
