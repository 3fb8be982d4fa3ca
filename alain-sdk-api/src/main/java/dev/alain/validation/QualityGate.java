package dev.alain.validation;

import java.util.Objects;

/**
 * What a notebook must reach before the generator stops having it rewritten.
 *
 * @param failOn findings of this severity and worse are sent back to the teacher
 * @param leastScore a notebook below it has its warnings sent back too; 0 to 100
 */
public record QualityGate(Severity failOn, double leastScore) {
    /** No error, whatever the score. */
    public static final QualityGate NO_ERRORS = new QualityGate(Severity.ERROR, 0);

    /**
     * Checks the score.
     *
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public QualityGate {
        Objects.requireNonNull(failOn, "failOn");
        if (!(leastScore >= 0 && leastScore <= 100)) {
            throw new IllegalArgumentException("the least score must be between 0 and 100, not " + leastScore);
        }
    }

    /** Whether a notebook may ship. */
    public boolean accepts(ValidationReport report) {
        return report.score() >= leastScore
                && report.findings().stream().noneMatch(finding -> isBad(finding.severity(), failOn));
    }

    /** Whether a finding has to be mended, given the report that it stands in. */
    public boolean sendsBack(Finding finding, ValidationReport report) {
        Severity worst = report.score() < leastScore && failOn == Severity.ERROR ? Severity.WARNING : failOn;
        return isBad(finding.severity(), worst);
    }

    private static boolean isBad(Severity found, Severity worst) {
        return found.compareTo(worst) <= 0;
    }
}
