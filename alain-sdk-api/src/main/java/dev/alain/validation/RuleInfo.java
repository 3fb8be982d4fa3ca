package dev.alain.validation;

import java.util.Objects;
import java.util.Set;

/**
 * What people are told about a rule.
 *
 * @param id stable, such as {@code COD003}
 * @param slug readable, such as {@code undefined-name}
 * @param title what the rule asks for, one line
 * @param severity unless configured otherwise
 * @param profiles that it belongs to, such as {@code code}
 * @param fixable whether its findings may carry a safe fix
 */
public record RuleInfo(String id, String slug, String title, Severity severity, Set<String> profiles, boolean fixable) {
    /** Copies the set. */
    public RuleInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(severity, "severity");
        profiles = Set.copyOf(profiles);
    }
}
