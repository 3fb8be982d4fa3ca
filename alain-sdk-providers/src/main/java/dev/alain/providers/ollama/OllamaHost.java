package dev.alain.providers.ollama;

/** Reads {@code OLLAMA_HOST}, which need be no URL: {@code 0.0.0.0}, {@code host:port}, {@code [::1]}, {@code https://host}. */
public final class OllamaHost {
    private static final int PORT = 11434;

    private OllamaHost() {}

    /** A URL; an address that servers listen on is one that clients can call. */
    public static String url(String text) {
        String value = text.strip().replaceAll("^[\"']+|[\"'/]+$", "");
        int scheme = value.indexOf("://");
        String rest = scheme < 0 ? value : value.substring(scheme + 3);
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash);
        boolean bareIpv6 = !host.startsWith("[") && host.indexOf(':') != host.lastIndexOf(':');
        String named = bareIpv6 ? "[" + host + "]" : host;
        boolean port = named.matches(".*:\\d+");
        String whole = port || scheme >= 0 ? named : named + ":" + PORT;
        String callable = whole.replaceFirst("^0\\.0\\.0\\.0", "127.0.0.1")
                .replaceFirst("^\\[::]", "127.0.0.1")
                .replaceFirst("^:", "127.0.0.1:");
        return (scheme < 0 ? "http" : value.substring(0, scheme)) + "://" + callable + path;
    }
}
