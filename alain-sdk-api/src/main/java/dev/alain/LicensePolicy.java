package dev.alain;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which licences a manual may be about. Immutable.
 *
 * <p>The licence always stands in the notebook; a policy decides whether there is one.
 *
 * <pre>{@code
 * LicensePolicy strict = LicensePolicy.refusing("non-commercial", "unclear");
 * }</pre>
 */
public final class LicensePolicy {
    /** Every licence is allowed, and one that is not permissive is pointed out: the default. */
    public static final LicensePolicy WARN = new LicensePolicy(Set.of());

    private final Set<String> refused;

    private LicensePolicy(Set<String> refused) {
        this.refused = Set.copyOf(refused);
    }

    /**
     * Refuses licences.
     *
     * @param names ids such as {@code cc-by-nc-4.0}, or families: {@code permissive}, {@code copyleft},
     *     {@code use-restricted}, {@code non-commercial}, {@code no-derivatives}, {@code unclear}
     */
    public static LicensePolicy refusing(String... names) {
        return new LicensePolicy(Set.of(names));
    }

    /** What is done with a licence. */
    public enum Verdict {
        /** It is permissive. */
        ALLOW,
        /** It is used, and pointed out. */
        WARN,
        /** Nothing is made. */
        REFUSE
    }

    /** What is done with a licence of an id and a family; an id that is not stated is empty. */
    public Verdict judge(String license, String family) {
        if (refused.contains(license) || refused.contains(family)) {
            return Verdict.REFUSE;
        }
        return family.equals("permissive") ? Verdict.ALLOW : Verdict.WARN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LicensePolicy policy && refused.equals(policy.refused);
    }

    @Override
    public int hashCode() {
        return refused.hashCode();
    }

    @Override
    public String toString() {
        return "LicensePolicy[refuses " + new TreeSet<>(refused) + "]";
    }
}
