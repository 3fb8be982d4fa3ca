package dev.alain.net;

import java.time.Duration;

/**
 * The four clocks of an exchange; zero switches one off.
 *
 * @param connect until the connection stands; with the lookup of its name, proxy and handshake twice as long
 * @param firstByte until the head of the response has come, connecting included
 * @param idle between two pieces of the body
 * @param total over the whole exchange
 */
public record HttpTimeouts(Duration connect, Duration firstByte, Duration idle, Duration total) {
    /** Checks that none is negative. */
    public HttpTimeouts {
        if (connect.isNegative() || firstByte.isNegative() || idle.isNegative() || total.isNegative()) {
            throw new IllegalArgumentException(
                    "a time limit must not be negative: " + connect + ", " + firstByte + ", " + idle + ", " + total);
        }
    }

    /** This long over the whole exchange, at most 10 seconds to connect. */
    public static HttpTimeouts total(Duration total) {
        return new HttpTimeouts(Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO, total);
    }

    /** The same with another limit over the whole exchange. */
    public HttpTimeouts withTotal(Duration value) {
        return new HttpTimeouts(connect, firstByte, idle, value);
    }

    /** The same with another limit until the head of the response. */
    public HttpTimeouts withFirstByte(Duration value) {
        return new HttpTimeouts(connect, value, idle, total);
    }

    /** The same with another limit for connecting. */
    public HttpTimeouts withConnect(Duration value) {
        return new HttpTimeouts(value, firstByte, idle, total);
    }

    /** The same with another limit between two pieces. */
    public HttpTimeouts withIdle(Duration value) {
        return new HttpTimeouts(connect, firstByte, value, total);
    }
}
