package dev.alain.core.repository;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A repository on an allowed host.
 *
 * <p>Written as {@code owner/name} for GitHub or as an https URL without user, port, query or escapes. The grammar is
 * narrow on purpose: what it does not know, it refuses.
 *
 * @param host one of the allowed hosts, lower case
 * @param path {@code owner/name}; more parts on hosts with groups
 */
record RemoteAddress(String host, String path) {
    static final String GITHUB = "github.com";

    private static final String SCHEME = "https://";

    /**
     * Reads a location.
     *
     * @throws ResearchException with {@link Reason#REFUSED} if it is no address of an allowed host
     */
    static RemoteAddress parse(String location, Set<String> hosts) {
        if (!location.startsWith(SCHEME)) {
            boolean scheme = location.indexOf(':') >= 0;
            if (scheme || !isPath(location) || location.indexOf('/') != location.lastIndexOf('/')) {
                throw refused(location);
            }
            return allowed(GITHUB, location, location, hosts);
        }
        String rest = location.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        path = path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
        boolean tooDeep = path.split("/", -1).length > 6;
        if (slash <= 0 || !isPath(path) || tooDeep) {
            throw refused(location);
        }
        return allowed(rest.substring(0, slash).toLowerCase(Locale.ROOT), path, location, hosts);
    }

    private static RemoteAddress allowed(String host, String path, String location, Set<String> hosts) {
        boolean twoParts = path.indexOf('/') == path.lastIndexOf('/');
        if (!hosts.contains(host) || (host.equals(GITHUB) && !twoParts)) {
            throw refused(location);
        }
        return new RemoteAddress(host, path);
    }

    /** At least two parts of letters, digits, dots, hyphens and underscores; none begins with a dot or a hyphen. */
    private static boolean isPath(String path) {
        String[] parts = path.split("/", -1);
        for (String part : parts) {
            boolean plain = !part.isEmpty()
                    && part.length() <= 100
                    && part.chars().allMatch(c -> isPlain(c) || c == '.' || c == '-' || c == '_');
            if (!plain || part.startsWith(".") || part.startsWith("-")) {
                return false;
            }
        }
        return parts.length >= 2;
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /**
     * Checks the name of a host that somebody wants to allow.
     *
     * @throws IllegalArgumentException if it is no DNS name, or could be read as an address
     */
    static String hostName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean plain = name.indexOf('.') > 0
                && !name.contains("..")
                && !name.startsWith("-")
                && name.chars().allMatch(c -> isPlain(c) || c == '.' || c == '-');
        // A last label such as 1 or 0x7f makes an address of it.
        boolean named = last.length() >= 2 && last.chars().allMatch(c -> c >= 'a' && c <= 'z');
        if (!plain || !named || last.equals("localhost") || last.equals("local") || last.equals("internal")) {
            throw new IllegalArgumentException("\"" + host + "\" is not the name of a public host");
        }
        return name;
    }

    /**
     * Checks where the host's name leads.
     *
     * @throws ResearchException if one of its addresses is not public, or it has none
     */
    void checkPublic(HostResolver resolver) {
        List<InetAddress> addresses;
        try {
            addresses = resolver.addresses(host);
        } catch (UnknownHostException e) {
            throw new ResearchException(
                    Reason.UNREADABLE, "the host " + host + " cannot be found", "Check the network", e);
        }
        if (addresses.isEmpty() || !addresses.stream().allMatch(PublicAddress::is)) {
            throw new ResearchException(
                    Reason.REFUSED,
                    "the host " + host + " leads to an address that is not public",
                    "Clone the repository yourself and give its folder");
        }
    }

    String url() {
        return SCHEME + host + "/" + path + (host.equals(GITHUB) ? ".git" : "");
    }

    /** The last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static ResearchException refused(String location) {
        return new ResearchException(
                Reason.REFUSED,
                "\"" + dev.alain.core.research.PlainText.visible(location)
                        + "\" is neither a folder nor a repository on an allowed host",
                "Name it owner/name or https://github.com/owner/name, or give a local folder");
    }
}
