package dev.alain.validators.rules.reproducibility;

import dev.alain.validation.Severity;
import dev.alain.validators.rules.WordList;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address of a file in a text.
 *
 * @param url as it stands
 * @param start where it begins
 */
record DownloadLink(String url, int start) {
    private static final Set<String> BRANCHES = Set.of("main", "master", "dev", "develop", "HEAD", "trunk", "latest");
    private static final Set<String> SPEAKS_HTTPS = WordList.read(DownloadLink.class, "https-hosts.txt");
    private static final Set<String> FILES = WordList.read(DownloadLink.class, "file-endings.txt");
    private static final int MOST = 20;

    /** What is wrong with an address. */
    record Fault(Severity severity, String message, String remedy) {}

    /** The addresses in a text, the first twenty. */
    static List<DownloadLink> in(String text) {
        List<DownloadLink> links = new java.util.ArrayList<>();
        int at = text.indexOf("http");
        while (at >= 0 && links.size() < MOST) {
            int end = at;
            while (end < text.length() && " \t\n\r\"'`<>)|;,".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String url = text.substring(at, end);
            if (url.startsWith("http://") || url.startsWith("https://")) {
                links.add(new DownloadLink(url, at));
            }
            at = text.indexOf("http", Math.max(end, at + 4));
        }
        return links;
    }

    /** What makes the download fail or change one day. */
    Optional<Fault> fault(boolean downloads) {
        Optional<URI> uri = uri();
        String host = uri.map(URI::getHost).orElse("");
        if (host == null || host.isEmpty()) {
            return Optional.empty();
        }
        List<String> path = Arrays.asList(uri.map(URI::getPath).orElse("").split("/", -1));
        if (host.equals("drive.google.com")
                && (path.contains("d") || path.contains("uc") || path.contains("folders"))) {
            return Optional.of(new Fault(
                    Severity.WARNING,
                    "a file shared on Google Drive: it needs consent, has a quota and goes with its owner",
                    "put the file on the Hugging Face Hub, in a release or on Zenodo"));
        }
        if (branch(host, path)) {
            return Optional.of(new Fault(
                    Severity.INFO,
                    "a file on a moving branch of " + repository(path) + ": it can change or go",
                    "name a commit or a tag in the place of the branch"));
        }
        boolean plain = url.startsWith("http://") && !isLocal(host) && (downloads || isFile(path));
        return plain
                ? Optional.of(new Fault(
                        Severity.WARNING, "a download from " + host + " without TLS", "use https, or another source"))
                : Optional.empty();
    }

    /** Whether the same address works with https. */
    boolean canBeHttps() {
        String host = uri().map(URI::getHost).orElse("");
        return url.startsWith("http://") && host != null && SPEAKS_HTTPS.contains(host.toLowerCase(Locale.ROOT));
    }

    private Optional<URI> uri() {
        try {
            return Optional.of(new URI(url));
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean branch(String host, List<String> path) {
        if (host.equals("raw.githubusercontent.com") && path.size() > 4) {
            return BRANCHES.contains(path.get(3))
                    || path.get(3).equals("refs") && path.get(4).equals("heads");
        }
        boolean raw = host.equals("github.com")
                && path.size() > 5
                && (path.get(3).equals("raw") || path.get(3).equals("blob"));
        return raw
                && (BRANCHES.contains(path.get(4))
                        || path.get(4).equals("refs") && path.get(5).equals("heads"));
    }

    private static String repository(List<String> path) {
        return path.get(1) + "/" + path.get(2);
    }

    private static boolean isFile(List<String> path) {
        String name = path.get(path.size() - 1);
        return FILES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && name.indexOf('.') > 0;
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost")
                || host.indexOf('.') < 0
                || host.startsWith("127.")
                || host.startsWith("10.")
                || host.startsWith("192.168.")
                || host.startsWith("0.0.0.")
                || host.startsWith("172.")
                || host.endsWith(".local")
                || host.endsWith(".internal")
                || host.startsWith("example.")
                || host.endsWith(".example.com");
    }
}
