package dev.alain.providers.ollama;

/** Reads {@code OLLAMA_HOST}, which need be no URL: {@code 0.0.0.0}, {@code host:port}, {@code https://host}. */
public final class OllamaHost {
    private static final int PORT = 11434;

    private OllamaHost() {}

    /** A URL; an address that servers listen on is one that clients can call. */
    public static String url(String text) {
        String value = text.strip().replaceFirst("/+$", "");
        boolean bare = !value.contains("://");
        String url = bare ? "http://" + value : value;
        String host = url.substring(url.indexOf("://") + 3);
        boolean port = host.matches(".*:\\d+(/.*)?");
        String complete = port || !bare ? url : url + ":" + PORT;
        return complete.replaceFirst("://0\\.0\\.0\\.0", "://127.0.0.1").replaceFirst("://:", "://127.0.0.1:");
    }
}
