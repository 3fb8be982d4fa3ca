/** Research: from a model card and what lies beside it to a dossier whose every fact names its source. */
@NullMarked
package dev.alain.core.research;

import org.jspecify.annotations.NullMarked;
