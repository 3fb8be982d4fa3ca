package dev.alain.providers.transport;

import dev.alain.Secret;
import dev.alain.net.HttpCall;
import dev.alain.net.HttpRequest;
import dev.alain.net.HttpResponse;
import dev.alain.net.HttpTimeouts;
import dev.alain.net.HttpTransport;
import dev.alain.net.TransportException;
import dev.alain.net.TransportException.Kind;
import dev.alain.providers.secret.Redactor;
import dev.alain.providers.thread.DaemonThreads;
import dev.alain.providers.thread.Timer.Alarm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * HTTP by OkHttp 5 or 4.12: one request is sent exactly once, to the host it names, within its limits.
 *
 * <p>Redirects are not followed, nothing is repeated silently, decoded bodies are bounded, and a call ends soon after
 * its deadline, {@link HttpCall#cancel} or an interrupt. No thread is started that keeps the
 * program alive. Thread-safe.
 *
 * <pre>{@code
 * HttpTransport transport = OkHttpTransport.builder()
 *         .proxy(new InetSocketAddress("proxy.example", 3128))
 *         .proxyCredentials("alice", Secret.of(password))
 *         .build();
 * }</pre>
 */
public final class OkHttpTransport implements HttpTransport {
    /** Without pings a frozen HTTP/2 connection would be used for ever. */
    private static final Duration PING = Duration.ofSeconds(15);

    private static final Duration SLACK = Duration.ofMillis(500);
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "x-api-key", "api-key", "cookie");

    private final OkHttpClient client;
    private final boolean ownsClient;
    private final Map<String, String> proxyHeaders;
    private final List<Secret> secrets;
    private final Set<OkHttpCall> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private final DaemonThreads threads = new DaemonThreads("alain-http");

    private OkHttpTransport(
            OkHttpClient client, boolean ownsClient, Map<String, String> proxyHeaders, List<Secret> secrets) {
        this.client = client;
        this.ownsClient = ownsClient;
        this.proxyHeaders = proxyHeaders;
        this.secrets = List.copyOf(secrets);
    }

    /** A transport without a proxy of its own; the system properties of Java hold. */
    public static OkHttpTransport create() {
        return builder().build();
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A transport with the proxies, certificates, interceptors and connections of the host's client, which stays open.
     *
     * <p>Redirects, silent repetition and read timeouts are switched off in our copy.
     */
    public static OkHttpTransport using(OkHttpClient client) {
        return new OkHttpTransport(
                forced(client.newBuilder(), client.pingIntervalMillis()), false, Map.of(), List.of());
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        OkHttpCall call = start(request);
        CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        Duration total = request.timeouts().total();
        // Looking a name up can hang where no cancelling reaches it.
        Alarm late = total.isZero()
                ? Alarm.NONE
                : threads.after(total.plus(SLACK), () -> response.completeExceptionally(late(total)));
        try {
            threads.execute(() -> whole(call, response));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the transport is closed");
        }
        try {
            return await(response, call);
        } finally {
            late.cancel();
            call.cancel();
        }
    }

    @Override
    public HttpCall call(HttpRequest request) {
        return start(request);
    }

    @Override
    public List<Secret> secrets() {
        return secrets;
    }

    /** Ends calls under way, connections and threads. A host's client and its other calls are left as they were. */
    @Override
    public void close() {
        closed = true;
        List.copyOf(running).forEach(OkHttpCall::cancel);
        threads.close();
        if (ownsClient) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private OkHttpCall start(HttpRequest request) {
        if (closed) {
            throw new IllegalStateException("the transport is closed");
        }
        OneShotBody body = new OneShotBody(request);
        CallTrace trace = new CallTrace();
        Request.Builder builder = new Request.Builder()
                .url(request.uri().toString())
                .method(request.method(), request.method().equals("GET") ? null : body)
                .tag(HttpTimeouts.class, request.timeouts())
                .tag(CallTrace.class, trace);
        if (request.uri().getScheme().equals("http")) {
            proxyHeaders.forEach(builder::header);
        }
        Map<String, String> headers = request.headers();
        headers.forEach(builder::header);
        Runnable evict = ownsClient ? client.connectionPool()::evictAll : () -> {};
        OkHttpCall call = new OkHttpCall(
                client.newCall(builder.build()),
                request,
                body,
                () -> redactor(headers),
                threads,
                trace,
                evict,
                running::remove);
        running.add(call);
        return call;
    }

    @Override
    public String toString() {
        return "OkHttpTransport[" + OkHttpClient.class.getPackage().getName() + "]";
    }

    private Redactor redactor(Map<String, String> headers) {
        List<String> hidden = new ArrayList<>();
        secrets.forEach(secret -> hidden.add(secret.reveal()));
        headers.forEach((name, value) -> {
            if (SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                hidden.add(value.replaceFirst("^(Bearer|Basic) ", ""));
            }
        });
        return Redactor.of(hidden);
    }

    /** The border to other libraries: whatever they throw, somebody waits for it. */
    private static void whole(OkHttpCall call, CompletableFuture<HttpResponse> response) {
        try (OkHttpCall.Body stream = call.open()) {
            response.complete(new HttpResponse(stream.status(), stream.headers(), stream.readAllBytes()));
        } catch (IOException | RuntimeException | Error e) {
            response.completeExceptionally(e);
        }
    }

    private static TransportException late(Duration total) {
        return new TransportException(Kind.TOTAL_TIMEOUT, "no complete answer within " + total.toMillis() + " ms");
    }

    private static HttpResponse await(CompletableFuture<HttpResponse> response, HttpCall call) throws IOException {
        try {
            return response.get();
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new TransportException(Kind.CANCELLED, "interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransportException known) {
                throw new TransportException(known.kind(), String.valueOf(known.getMessage()), known.getCause());
            }
            throw new TransportException(Kind.PROTOCOL, "the exchange failed", e.getCause());
        }
    }

    private static OkHttpClient forced(OkHttpClient.Builder builder, int pingMillis) {
        Interceptor connectLimit = chain -> {
            HttpTimeouts limits = chain.request().tag(HttpTimeouts.class);
            return limits == null
                    ? chain.proceed(chain.request())
                    : chain.withConnectTimeout((int) limits.connect().toMillis(), TimeUnit.MILLISECONDS)
                            .proceed(chain.request());
        };
        return builder.followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO)
                .pingInterval(pingMillis > 0 ? Duration.ofMillis(pingMillis) : PING)
                .addInterceptor(connectLimit)
                .addNetworkInterceptor(new ConnectionHistory())
                .addNetworkInterceptor(new RetryAfterCover())
                .build();
    }

    /** Builds transports; not thread-safe. */
    public static final class Builder {
        private @Nullable Proxy proxy;
        private String proxyUser = "";
        private @Nullable Secret proxyPassword;
        private @Nullable SSLSocketFactory sockets;
        private @Nullable X509TrustManager trust;

        private Builder() {}

        /** Sends everything through an HTTP proxy. */
        public Builder proxy(InetSocketAddress address) {
            this.proxy = new Proxy(Proxy.Type.HTTP, address);
            return this;
        }

        /** Sends everything through a proxy of any type, or none with {@link Proxy#NO_PROXY}. */
        public Builder proxy(Proxy value) {
            this.proxy = value;
            return this;
        }

        /** Name and password for the proxy. */
        public Builder proxyCredentials(String user, Secret password) {
            this.proxyUser = user;
            this.proxyPassword = password;
            return this;
        }

        /** Trusts other certificate authorities, such as a company's own. */
        public Builder trust(SSLSocketFactory socketFactory, X509TrustManager trustManager) {
            this.sockets = socketFactory;
            this.trust = trustManager;
            return this;
        }

        /** The transport. */
        public OkHttpTransport build() {
            OkHttpClient.Builder client = new OkHttpClient.Builder()
                    .dns(new LoopbackDns())
                    .connectionPool(new ConnectionPool(1_024, 30, TimeUnit.SECONDS));
            List<Secret> secrets = new ArrayList<>();
            Map<String, String> proxyHeaders = Map.of();
            if (proxy != null) {
                client.proxy(proxy);
            }
            if (proxyPassword != null) {
                String password = proxyPassword.reveal();
                String credentials = Credentials.basic(proxyUser, password);
                secrets.add(proxyPassword);
                secrets.add(Secret.of(credentials.substring("Basic ".length())));
                proxyHeaders = proxy == null || proxy.type() != Proxy.Type.HTTP
                        ? Map.of()
                        : Map.of("Proxy-Authorization", credentials);
                client.proxyAuthenticator(
                        (route, response) -> response.request().header("Proxy-Authorization") != null
                                ? null
                                : response.request()
                                        .newBuilder()
                                        .header("Proxy-Authorization", credentials)
                                        .build());
            }
            if (sockets != null && trust != null) {
                client.sslSocketFactory(sockets, trust);
            }
            return new OkHttpTransport(forced(client, 0), true, proxyHeaders, secrets);
        }
    }
}
