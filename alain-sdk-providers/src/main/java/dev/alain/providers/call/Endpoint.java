package dev.alain.providers.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Secret;
import dev.alain.net.HttpTimeouts;
import dev.alain.net.HttpTransport;
import dev.alain.providers.dialect.Dialect;
import dev.alain.providers.gate.Gate;
import dev.alain.providers.observe.ChatListener;
import dev.alain.providers.secret.Redactor;
import dev.alain.providers.vendor.Vendor;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where questions go, and by which rules. Immutable but for what the gate counts and what was learned.
 *
 * @param vendor whose it is
 * @param dialect the language spoken there
 * @param base the base URL
 * @param key the key; empty for none
 * @param transport what carries requests
 * @param timeouts the time limits
 * @param maxAnswerBytes the most bytes of a decoded answer
 * @param gate what decides when calls are made
 * @param learned what was learned of the models
 * @param clock the time of day, for deadlines
 * @param callIds makes an id for each call
 * @param listeners hear of calls
 * @param extra fields that every question carries
 */
public record Endpoint(
        Vendor vendor,
        Dialect dialect,
        URI base,
        Optional<Secret> key,
        HttpTransport transport,
        HttpTimeouts timeouts,
        long maxAnswerBytes,
        Gate gate,
        Learned learned,
        Clock clock,
        Supplier<String> callIds,
        List<ChatListener> listeners,
        ObjectNode extra) {
    /** Copies the listeners. */
    public Endpoint {
        listeners = List.copyOf(listeners);
    }

    /** Headers of every request, the key among them. */
    Map<String, String> headers(String revealed) {
        Map<String, String> headers = new LinkedHashMap<>(vendor.headers());
        headers.put("User-Agent", "alain-sdk");
        if (!revealed.isEmpty()) {
            headers.putAll(dialect.keyHeaders(revealed));
        }
        return headers;
    }

    /** The key itself; empty for none. */
    String revealed() {
        return key.map(Secret::reveal).orElse("");
    }

    /** Keeps this key, and what the transport knows, out of everything. */
    Redactor redactor(String revealed) {
        List<String> hidden = new ArrayList<>();
        transport.secrets().forEach(secret -> hidden.add(secret.reveal()));
        if (!revealed.isEmpty()) {
            hidden.add(revealed);
        }
        return Redactor.of(hidden);
    }

    /** The place in words: the vendor and the host. */
    String place() {
        return vendor.title() + " at " + base.getHost() + (base.getPort() > 0 ? ":" + base.getPort() : "");
    }

    /** The port, also where the URL leaves it out. */
    int port() {
        return base.getPort() > 0 ? base.getPort() : base.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return "Endpoint[" + place() + "]";
    }
}
