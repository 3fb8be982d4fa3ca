/** Reports of validation as files: text, JSON, Markdown, SARIF and JUnit, behind {@link ReportFormat}. */
@NullMarked
package dev.alain.validators.report;

import org.jspecify.annotations.NullMarked;
