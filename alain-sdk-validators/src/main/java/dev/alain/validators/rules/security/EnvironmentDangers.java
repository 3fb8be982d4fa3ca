package dev.alain.validators.rules.security;

import java.util.List;
import java.util.Set;

/** Judges variables of the environment that change whom programs trust. */
final class EnvironmentDangers {
    private static final Set<String> INDEXES = Set.of(
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "PIP_FIND_LINKS",
            "UV_INDEX_URL",
            "UV_EXTRA_INDEX_URL",
            "UV_INDEX",
            "UV_DEFAULT_INDEX",
            "UV_FIND_LINKS");
    private static final Set<String> ZERO_TRUSTS =
            Set.of("PYTHONHTTPSVERIFY", "NODE_TLS_REJECT_UNAUTHORIZED", "HF_HUB_VERIFY_SSL", "PIP_CERT");
    private static final Set<String> EMPTY_TRUSTS = Set.of("CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE");

    private EnvironmentDangers() {}

    /** A word such as {@code NAME=value}. */
    static void judge(String assignment, int line, Alarm alarm) {
        int equals = assignment.indexOf('=');
        if (equals > 0) {
            judge(assignment.substring(0, equals), assignment.substring(equals + 1), line, alarm);
        }
    }

    static void judge(String name, String value, int line, Alarm alarm) {
        if (INDEXES.contains(name)) {
            List.of(value.strip().split("\\s+")).forEach(url -> InstallDangers.index(name, url, line, alarm));
        } else if (name.equals("PIP_TRUSTED_HOST") && !Address.isLocal(value)) {
            alarm.error("SEC009", line, "pip trusts " + value + " without checking who it is");
        }
        boolean off = ZERO_TRUSTS.contains(name) && value.equals("0")
                || EMPTY_TRUSTS.contains(name) && value.isEmpty()
                || name.equals("GIT_SSL_NO_VERIFY") && !Set.of("", "0", "false").contains(value);
        if (off) {
            alarm.error("SEC010", line, "switches the check of certificates off (" + name + ")");
        }
    }
}
