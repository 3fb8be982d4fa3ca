/** Whether the notebook is safe to open, run and share: keys, dangerous code, active content, packages. */
@NullMarked
package dev.alain.validators.rules.security;

import org.jspecify.annotations.NullMarked;
