/** The offline teacher: writes whole manuals from dossier, recipe and a catalogue of lesson scripts, without an LLM. */
@NullMarked
package dev.alain.core.offline;

import org.jspecify.annotations.NullMarked;
