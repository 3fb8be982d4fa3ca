/** What untrusted text may not do in a notebook: commands, hidden orders, active Markdown. */
@NullMarked
package dev.alain.core.guard;

import org.jspecify.annotations.NullMarked;
