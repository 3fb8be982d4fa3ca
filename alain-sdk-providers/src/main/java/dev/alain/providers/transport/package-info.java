/** HTTP by OkHttp, with settings under which one request is one request. */
@NullMarked
package dev.alain.providers.transport;

import org.jspecify.annotations.NullMarked;
