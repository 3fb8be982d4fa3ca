package dev.alain.research;

import java.net.URI;
import java.util.Locale;

/** Which servers may stand for the Hub. */
final class HubEndpoint {
    private HubEndpoint() {}

    /** The endpoint without slashes at its end. */
    static URI checked(URI value) {
        String scheme = value.getScheme() == null ? "" : value.getScheme().toLowerCase(Locale.ROOT);
        String host = value.getHost() == null ? "" : value.getHost();
        // Before anything that shows the value: it may hold a password.
        if (value.getRawUserInfo() != null || (value.getRawAuthority() + "").indexOf('@') >= 0) {
            throw new IllegalArgumentException("the endpoint of the Hub must not hold a user or password");
        }
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("the endpoint of the Hub must be an https address, not " + value);
        }
        if (value.getRawQuery() != null || value.getRawFragment() != null) {
            throw new IllegalArgumentException("the endpoint of the Hub must not hold a query or fragment: " + host);
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "the endpoint of the Hub must be https; http is for this machine only, not for " + host);
        }
        String text = value.toString();
        int end = text.length();
        while (text.charAt(end - 1) == '/') {
            end--;
        }
        return URI.create(text.substring(0, end));
    }

    private static boolean isLoopback(String host) {
        boolean digits = host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        return host.equalsIgnoreCase("localhost")
                || (digits && host.startsWith("127."))
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]");
    }
}
