package dev.alain.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.ValidationReport.Waiver;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a team decides about rules: which run, how much they matter, their thresholds, and what is set aside.
 *
 * <p>As JSON, the section {@code validation} of {@code alain.yaml}:
 *
 * <pre>{@code
 * {"profiles": ["quality", "colab"],
 *  "severities": {"STR011": "info", "COD009": "off"},
 *  "settings": {"STR011.warning-lines": 80},
 *  "packages": ["acme-tools"],
 *  "waivers": [{"rule": "SEC008", "cell": "load", "reason": "our own weights"}]}
 * }</pre>
 *
 * @param profiles names of profiles and groups; empty for the default: all families but {@code kaggle}
 * @param severities by rule id; a rule that is not named keeps its own
 * @param off ids of rules that are not run
 * @param settings by {@code RULE.setting}
 * @param waivers findings that are set aside; an empty cell stands for every cell
 */
public record ValidationOptions(
        Set<String> profiles,
        Map<String, Severity> severities,
        Set<String> off,
        Map<String, String> settings,
        List<Waiver> waivers) {
    /** The setting under which {@code packages} of a file are kept, one name a line. */
    public static final String PACKAGES = "packages";

    /** Everything at its default. */
    public static final ValidationOptions DEFAULTS =
            new ValidationOptions(Set.of(), Map.of(), Set.of(), Map.of(), List.of());

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if a profile is not known or a waiver has no reason
     */
    public ValidationOptions {
        profiles = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(profiles));
        severities = Map.copyOf(severities);
        off = Set.copyOf(off);
        settings = Map.copyOf(settings);
        waivers = List.copyOf(waivers);
        profiles.forEach(Profiles::requireKnown);
        for (Waiver waiver : waivers) {
            if (waiver.reason().isBlank()) {
                throw new IllegalArgumentException("the waiver of " + waiver.rule() + " gives no reason");
            }
        }
    }

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException if something is not understood, naming it
     */
    public static ValidationOptions fromJson(JsonNode json) {
        return OptionsReader.read(json);
    }

    /** The same text for equal options, whatever the order of their collections. */
    String fingerprint() {
        return new TreeMap<>(severities) + " " + new TreeSet<>(off) + " " + new TreeMap<>(settings) + " " + waivers;
    }

    /** The same with these profiles. */
    public ValidationOptions withProfiles(Collection<String> names) {
        return new ValidationOptions(new LinkedHashSet<>(names), severities, off, settings, waivers);
    }

    /** The same with one more setting; an earlier value of it is replaced. */
    public ValidationOptions withSetting(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(name, value);
        return new ValidationOptions(profiles, severities, off, changed, waivers);
    }
}
