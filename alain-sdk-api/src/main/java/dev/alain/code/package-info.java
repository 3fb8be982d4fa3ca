/** What is known of the code of a notebook without running it. */
@NullMarked
package dev.alain.code;

import org.jspecify.annotations.NullMarked;
