/** What one team asks of its notebooks. */
@NullMarked
package com.example.notebooks;

import org.jspecify.annotations.NullMarked;
