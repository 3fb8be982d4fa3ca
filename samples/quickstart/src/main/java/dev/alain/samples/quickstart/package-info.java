/** The smallest program that embeds the SDK. */
@NullMarked
package dev.alain.samples.quickstart;

import org.jspecify.annotations.NullMarked;
