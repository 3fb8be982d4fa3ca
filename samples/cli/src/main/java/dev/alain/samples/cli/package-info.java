/** The command line: generate, research, validate. */
@NullMarked
package dev.alain.samples.cli;

import org.jspecify.annotations.NullMarked;
