package dev.alain.core.pipeline;

import dev.alain.LicensePolicy;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;

/** Holds a subject against the licence policy. */
final class LicenseCheck {
    private LicenseCheck() {}

    /**
     * @throws ResearchException if the policy refuses the licence
     */
    static void check(Dossier dossier, LicensePolicy policy) {
        String family = dossier.value(Fact.LICENSE_FAMILY).orElse("unclear");
        String license = dossier.value(Fact.LICENSE).orElse("");
        if (policy.judge(license, family) == LicensePolicy.Verdict.REFUSE) {
            throw new ResearchException(
                    Reason.REFUSED,
                    "the licence of " + dossier.name() + " (" + (license.isEmpty() ? "not stated" : license) + ", "
                            + family + ") is refused by policy",
                    "Choose another model, or allow the licence in the policy");
        }
    }
}
