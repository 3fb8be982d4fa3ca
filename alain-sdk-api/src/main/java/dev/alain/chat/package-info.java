/** Chat models: messages in, text out, and everything that can go wrong between. */
@NullMarked
package dev.alain.chat;

import org.jspecify.annotations.NullMarked;
