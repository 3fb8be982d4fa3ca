/** What is known of vendors, as data. */
@NullMarked
package dev.alain.providers.vendor;

import org.jspecify.annotations.NullMarked;
