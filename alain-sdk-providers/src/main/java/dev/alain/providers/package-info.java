/**
 * Adapters to chat models, behind {@link dev.alain.chat.ChatModel}.
 *
 * <p>No adapter is released yet: this module holds their place in the house, so that builds which name it go on working.
 */
@NullMarked
package dev.alain.providers;

import org.jspecify.annotations.NullMarked;
