/** Whether it runs on Google Colab. */
@NullMarked
package dev.alain.validators.rules.colab;

import org.jspecify.annotations.NullMarked;
