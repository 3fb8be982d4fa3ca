/** Whether it runs on Kaggle. */
@NullMarked
package dev.alain.validators.rules.kaggle;

import org.jspecify.annotations.NullMarked;
