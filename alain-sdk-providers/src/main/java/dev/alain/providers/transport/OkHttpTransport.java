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
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
 * <p>Redirects are not followed, nothing is repeated silently, decoded bodies are bounded, and a call ends within
 * milliseconds of its deadline, of {@link HttpCall#cancel} or of an interrupt. No thread is started that keeps the
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
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "x-api-key", "api-key", "cookie");

    private final OkHttpClient client;
    private final boolean ownsClient;
    private final Map<String, String> proxyHeaders;
    private final Redactor redactor;
    private final DaemonThreads threads = new DaemonThreads("alain-http");

    private OkHttpTransport(
            OkHttpClient client, boolean ownsClient, Map<String, String> proxyHeaders, Redactor redactor) {
        this.client = client;
        this.ownsClient = ownsClient;
        this.proxyHeaders = proxyHeaders;
        this.redactor = redactor;
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
        return new OkHttpTransport(forced(client.newBuilder()), false, Map.of(), Redactor.NONE);
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        OkHttpCall call = start(request);
        CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        threads.execute(() -> {
            try (OkHttpCall.Body stream = call.open()) {
                response.complete(new HttpResponse(stream.status(), stream.headers(), stream.readAllBytes()));
            } catch (IOException | RuntimeException e) {
                response.completeExceptionally(e);
            }
        });
        return await(response, call);
    }

    @Override
    public HttpCall call(HttpRequest request) {
        return start(request);
    }

    private OkHttpCall start(HttpRequest request) {
        OneShotBody body = new OneShotBody(request);
        ConnectionHistory.Reuse reuse = new ConnectionHistory.Reuse();
        Request.Builder builder = new Request.Builder()
                .url(request.uri().toString())
                .method(request.method(), request.method().equals("GET") ? null : body)
                .tag(HttpTimeouts.class, request.timeouts())
                .tag(ConnectionHistory.Reuse.class, reuse);
        if (request.uri().getScheme().equals("http")) {
            proxyHeaders.forEach(builder::header);
        }
        request.headers().forEach(builder::header);
        Map<String, String> headers = request.headers();
        Redactor known = redactor;
        Runnable evict = client.connectionPool()::evictAll;
        return new OkHttpCall(
                client.newCall(builder.build()), request, body, () -> redactor(known, headers), threads, reuse, evict);
    }

    /** Ends calls under way, connections and threads. A host's client is left as it was. */
    @Override
    public void close() {
        threads.close();
        if (ownsClient) {
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    @Override
    public String toString() {
        return "OkHttpTransport[" + OkHttpClient.class.getPackage().getName() + "]";
    }

    private static Redactor redactor(Redactor known, Map<String, String> headers) {
        List<String> secrets = headers.entrySet().stream()
                .filter(header -> SECRET_HEADERS.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .map(header -> header.getValue().replaceFirst("^(Bearer|Basic) ", ""))
                .collect(Collectors.toList());
        return secrets.isEmpty() ? known : known.and(secrets);
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

    private static OkHttpClient forced(OkHttpClient.Builder builder) {
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
                    .connectionPool(new ConnectionPool(64, 30, TimeUnit.SECONDS));
            List<String> secrets = new ArrayList<>();
            Map<String, String> proxyHeaders = Map.of();
            if (proxy != null) {
                client.proxy(proxy);
            }
            if (proxyPassword != null) {
                String password = proxyPassword.reveal();
                String credentials = Credentials.basic(proxyUser, password);
                secrets.add(password);
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
            return new OkHttpTransport(forced(client), true, proxyHeaders, Redactor.of(secrets));
        }
    }
}
