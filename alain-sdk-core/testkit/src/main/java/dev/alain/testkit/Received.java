package dev.alain.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as the server got it.
 *
 * @param method such as {@code POST}
 * @param path with query
 * @param headers names in lower case
 * @param body as sent, read as UTF-8
 * @param connection counts from 1: requests of one connection share it
 */
public record Received(String method, String path, Map<String, String> headers, String body, int connection) {
    /** Copies the headers. */
    public Received {
        headers = Map.copyOf(headers);
    }

    static Map<String, String> headers(Iterable<String> lines) {
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** A header, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
