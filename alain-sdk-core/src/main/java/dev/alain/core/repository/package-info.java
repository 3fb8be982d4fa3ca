/** Research of code repositories: fetched without a work tree, read as data, never run. */
@NullMarked
package dev.alain.core.repository;

import org.jspecify.annotations.NullMarked;
