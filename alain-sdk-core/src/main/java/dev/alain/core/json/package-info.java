/**
 * Reading of JSON that a language model wrote: parse, mend, say what was mended.
 *
 * <p>Start at {@link dev.alain.core.json.JsonRepair}. Useful without the rest of the SDK.
 */
@NullMarked
package dev.alain.core.json;

import org.jspecify.annotations.NullMarked;
