package dev.alain.core.research;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** The licences of the Hub: names, families and where to read them. */
final class LicenseTable {
    private static final JsonNode LICENSES = Resources.json("licenses.json");

    private LicenseTable() {}

    /** The id as the table knows it; empty for a text that is no licence id. */
    static Optional<String> id(String text) {
        String id = text.strip().toLowerCase(Locale.ROOT);
        boolean plain =
                !id.isEmpty() && id.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".+-_".indexOf(c) >= 0);
        return plain ? Optional.of(id) : Optional.empty();
    }

    /** The family of a licence; {@code unclear} for one that the table does not know. */
    static String family(String id) {
        return LICENSES.path(id).path("family").asText("unclear");
    }

    static Optional<String> url(String id) {
        return Optional.ofNullable(LICENSES.path(id).path("url").asText(null));
    }
}
