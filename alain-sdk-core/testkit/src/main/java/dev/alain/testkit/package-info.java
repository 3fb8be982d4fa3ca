/** Servers and chat models that behave, or fail, as a script says. */
@NullMarked
package dev.alain.testkit;

import org.jspecify.annotations.NullMarked;
