/** Rules, findings, fixes and reports. */
@NullMarked
package dev.alain.validation;

import org.jspecify.annotations.NullMarked;
