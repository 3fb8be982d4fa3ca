/** Whether everybody can read it: images, plots, links, tables. */
@NullMarked
package dev.alain.validators.rules.accessibility;

import org.jspecify.annotations.NullMarked;
