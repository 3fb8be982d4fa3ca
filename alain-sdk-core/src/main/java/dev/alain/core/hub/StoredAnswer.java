package dev.alain.core.hub;

import java.time.Instant;

/** An answer of the Hub as it is kept. Immutable. */
final class StoredAnswer {
    private static final int LONGEST_HEADER = 2000;

    private final String url;
    private final int status;
    private final String etag;
    private final String next;
    private final Instant fetchedAt;
    private final byte[] body;

    /**
     * @param status 200, or 404 for a file that is known not to exist
     * @param etag as it came; empty when there was none
     * @param next the address of the next page; empty when there is none
     * @param fetchedAt when the Hub last said that it holds
     * @param body taken, not copied
     */
    StoredAnswer(String url, int status, String etag, String next, Instant fetchedAt, byte[] body) {
        this.url = url;
        this.status = status;
        this.etag = usable(etag);
        this.next = next.length() > LONGEST_HEADER ? "" : next;
        this.fetchedAt = fetchedAt;
        this.body = body;
    }

    StoredAnswer confirmed(Instant now) {
        return new StoredAnswer(url, status, etag, next, now, body);
    }

    String url() {
        return url;
    }

    int status() {
        return status;
    }

    String etag() {
        return etag;
    }

    String next() {
        return next;
    }

    Instant fetchedAt() {
        return fetchedAt;
    }

    /** Not a copy. */
    byte[] body() {
        return body;
    }

    /** What cannot be sent back is not kept. */
    private static String usable(String etag) {
        boolean plain = etag.length() <= 200 && etag.chars().allMatch(c -> c > ' ' && c <= '~');
        return plain ? etag : "";
    }
}
