package dev.alain.core.hub;

import dev.alain.core.hub.HubQuestion.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The addresses of the Hub, and which others are as good. */
final class HubAddresses {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final URI endpoint;

    HubAddresses(URI endpoint) {
        this.endpoint = endpoint;
    }

    HubQuestion info(String id, String revision) {
        String at = revision.isEmpty() ? "" : "/revision/" + encoded(revision);
        URI uri = URI.create(endpoint + "/api/models/" + path(id) + at + "?securityStatus=true");
        return new HubQuestion(Kind.INFO, uri, id, revision, "");
    }

    HubQuestion file(String id, String commit, String name) {
        URI uri = URI.create(endpoint + "/" + path(id) + "/resolve/" + commit + "/" + path(name));
        return new HubQuestion(Kind.FILE, uri, id, commit, name);
    }

    HubQuestion search(String words, int limit) {
        URI uri = URI.create(endpoint + "/api/models?search=" + encoded(words) + "&limit=" + limit);
        return new HubQuestion(Kind.SEARCH, uri, words, "", "");
    }

    /** The server itself, which alone may see the token. */
    boolean isOwn(URI uri) {
        return uri.getRawUserInfo() == null
                && endpoint.getScheme().equalsIgnoreCase(uri.getScheme())
                && endpoint.getHost().equalsIgnoreCase(uri.getHost())
                && port(endpoint) == port(uri);
    }

    /** The servers that hold the Hub's large files. */
    static boolean isStorage(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean known = host.equals("hf.co")
                || host.endsWith(".hf.co")
                || host.equals("huggingface.co")
                || host.endsWith(".huggingface.co");
        return known && "https".equalsIgnoreCase(uri.getScheme()) && port(uri) == 443 && uri.getRawUserInfo() == null;
    }

    /** Where an answer sends us, when we may go there. */
    Optional<URI> redirect(Kind kind, URI from, String location) {
        return resolve(from, location).filter(to -> isOwn(to) || (kind == Kind.FILE && isStorage(to)));
    }

    /** The next page, when it is the server's own. */
    Optional<URI> next(URI from, String link) {
        return link.isEmpty() ? Optional.empty() : resolve(from, link).filter(this::isOwn);
    }

    private static Optional<URI> resolve(URI from, String location) {
        try {
            return Optional.of(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(URI uri) {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    private static String path(String text) {
        StringBuilder path = new StringBuilder();
        int start = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
            path.append(encoded(text.substring(start, slash))).append('/');
            start = slash + 1;
        }
        return path.append(encoded(text.substring(start))).toString();
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (one >= 'a' && one <= 'z')
                    || (one >= 'A' && one <= 'Z')
                    || (one >= '0' && one <= '9')
                    || "-._~".indexOf(one) >= 0;
            encoded.append(plain ? String.valueOf((char) one) : "%" + HEX.toHexDigits(one));
        }
        return encoded.toString();
    }
}
