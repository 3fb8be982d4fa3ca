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
 * @param yieldsTo the contract rule that decides instead on notebooks made by ALAIN; empty for none
 * @param help why it matters and how to mend it, as Markdown; may be empty
 */
public record RuleInfo(
        String id,
        String slug,
        String title,
        Severity severity,
        Set<String> profiles,
        boolean fixable,
        String yieldsTo,
        String help) {
    /** Copies the set. */
    public RuleInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(yieldsTo, "yieldsTo");
        Objects.requireNonNull(help, "help");
        profiles = Set.copyOf(profiles);
    }

    /** A rule that yields to none and has no help text. */
    public RuleInfo(String id, String slug, String title, Severity severity, Set<String> profiles, boolean fixable) {
        this(id, slug, title, severity, profiles, fixable, "", "");
    }
}
