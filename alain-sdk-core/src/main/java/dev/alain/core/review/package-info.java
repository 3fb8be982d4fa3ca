/** Review: runs rules over a notebook and reports what they find. */
@NullMarked
package dev.alain.core.review;

import org.jspecify.annotations.NullMarked;
