package dev.alain.validators.rules.security;

import java.util.Locale;

/** What can be told of an address by its text. */
final class Address {
    private Address() {}

    /** The host of the first address with a scheme in a text; empty for none. */
    static String host(String text) {
        int start = text.indexOf("://");
        if (start < 0) {
            return "";
        }
        int end = start + 3;
        while (end < text.length() && "/?#\\ \t\"'`<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(start + 3, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        return port > 0 && !host.endsWith("]") ? host.substring(0, port) : host;
    }

    /** Whether a text is an address without TLS that is not of this machine. */
    static boolean isPlain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean plain = lower.startsWith("http://") || lower.startsWith("git+http://") || lower.startsWith("ftp://");
        return plain && !isLocal(host(lower));
    }

    static boolean isLocal(String host) {
        return Known.LOCAL_HOSTS.contains(host)
                || host.startsWith("192.168.")
                || host.startsWith("10.")
                || host.isEmpty();
    }

    static boolean isOf(String host, Iterable<String> domains) {
        for (String domain : domains) {
            if (host.equals(domain) || host.endsWith("." + domain) || host.endsWith("-" + domain)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text names an address from which a machine of a cloud reads its own credentials. */
    static boolean isMetadata(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Known.METADATA_ADDRESSES.stream().anyMatch(lower::contains);
    }

    /** Whether a text names a place where anybody can collect what is sent. */
    static boolean isCapture(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Known.CAPTURE_HOSTS.stream().anyMatch(lower::contains);
    }
}
