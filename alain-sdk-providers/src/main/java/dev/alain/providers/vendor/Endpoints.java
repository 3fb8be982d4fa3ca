package dev.alain.providers.vendor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Says which base URLs are acceptable, and which are on this machine. Looks at the text alone: nothing is resolved. */
public final class Endpoints {
    private static final Set<String> PRIVATE_ENDINGS =
            Set.of(".local", ".internal", ".lan", ".home", ".localdomain", ".svc", ".test", ".localhost", ".home.arpa");

    private Endpoints() {}

    /**
     * A base URL without a slash at its end.
     *
     * @param what names the setting in the error
     * @throws IllegalArgumentException if it is no http or https URL, or holds a user, a password, a query or a
     *     fragment; the message holds none of these
     */
    public static URI checked(String text, String what) {
        URI uri = parse(text.strip(), what);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new IllegalArgumentException(what + " is not a URL such as https://host/v1");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(what + " for " + uri.getHost()
                    + " must hold no user, password, query or fragment; hand the key over by itself");
        }
        if (uri.getPort() > 65_535 || oddNumber(uri.getHost())) {
            throw new IllegalArgumentException(what + " has a host or port that is none: " + uri.getHost());
        }
        String path = uri.getRawPath().replaceFirst("/+$", "");
        return URI.create(scheme + "://" + uri.getRawAuthority() + path);
    }

    /** Whether a URL points at this machine. */
    public static boolean loopback(URI uri) {
        String host = host(uri);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** Whether what is sent there without encryption stays within one's own network, as far as the name tells. */
    public static boolean privateNetwork(URI uri) {
        String host = host(uri);
        boolean name = !host.contains(".") && !host.contains(":");
        return loopback(uri)
                || name
                || host.matches("(10|192\\.168|172\\.(1[6-9]|2\\d|3[01])|169\\.254)\\.[\\d.]+")
                || host.contains(":") && (host.startsWith("fd") || host.startsWith("fe80:"))
                || PRIVATE_ENDINGS.stream().anyMatch(host::endsWith);
    }

    /** Addresses written as one number, or in hexadecimal or octal, are how one hides where a request goes. */
    private static boolean oddNumber(String host) {
        boolean numeric = host.matches("(0[xX][0-9a-fA-F]*|\\d+)(\\.(0[xX][0-9a-fA-F]*|\\d+))*\\.?");
        return numeric && !host.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    }

    private static URI parse(String text, String what) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(what + " is not a URL such as https://host/v1");
        }
    }
}
