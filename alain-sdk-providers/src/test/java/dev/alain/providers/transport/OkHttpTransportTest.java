package dev.alain.providers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alain.Secret;
import dev.alain.net.HttpRequest;
import dev.alain.net.HttpResponse;
import dev.alain.net.HttpTimeouts;
import dev.alain.net.HttpTransport;
import dev.alain.net.TransportException;
import dev.alain.net.TransportException.Kind;
import dev.alain.testkit.Answer;
import dev.alain.testkit.FaultServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** HTTP itself: encryption, proxies, limits, and nothing shown that should not be. */
final class OkHttpTransportTest {
    private static final String KEY = "sk-transport-canary-123456";

    @Test
    void sendsAndReceives() throws IOException {
        try (FaultServer server =
                        FaultServer.answering(Answer.text(201, Map.of("Retry-After", "7", "X-A", "b"), "hi"));
                HttpTransport transport = OkHttpTransport.create()) {
            HttpResponse response = transport.send(
                    HttpRequest.post(server.uri().resolve("/x?y=z"), "body".getBytes(StandardCharsets.UTF_8))
                            .withHeader("Authorization", "Bearer " + KEY));

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.header("retry-after")).hasValue("7");
            assertThat(response.header("x-a")).hasValue("b");
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("hi");
            assertThat(server.requests().get(0).path()).isEqualTo("/x?y=z");
            assertThat(server.requests().get(0).body()).isEqualTo("body");
        }
    }

    @Test
    void n3_anUntrustedCertificateIsRefused() throws IOException {
        HeldCertificate self = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(self).build();
        try (SSLServerSocket listener = listening(server);
                HttpTransport transport = OkHttpTransport.create()) {
            assertThat(failure(transport, URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/v1"))
                            .kind())
                    .isEqualTo(Kind.TLS);
        }
    }

    @Test
    void n3_theCertificateOfAnotherHostIsRefused() throws IOException {
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("other.example")
                .build();
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .heldCertificate(other)
                .addTrustedCertificate(other.certificate())
                .build();
        try (SSLServerSocket listener = listening(trusted);
                HttpTransport transport = OkHttpTransport.builder()
                        .trust(trusted.sslSocketFactory(), trusted.trustManager())
                        .build()) {
            assertThat(failure(transport, URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/v1"))
                            .kind())
                    .isEqualTo(Kind.TLS);
        }
    }

    @Test
    void aCompanysOwnAuthorityCanBeTrusted() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(own.certificate())
                .build();
        try (SSLServerSocket listener = listening(trusted);
                HttpTransport transport = OkHttpTransport.builder()
                        .trust(trusted.sslSocketFactory(), trusted.trustManager())
                        .build()) {
            assertThat(transport
                            .send(HttpRequest.get(URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/v1")))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void encryptionWhereThereIsNoneIsSaidSo() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpTransport transport = OkHttpTransport.create()) {
            daemon(() -> {
                try (java.net.Socket socket = plain.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The test is over.
                }
            });

            assertThat(failure(transport, URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/"))
                            .kind())
                    .isEqualTo(Kind.TLS);
        }
    }

    @Test
    void aHandshakeThatHangsEndsByTheConnectClock() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpTransport transport = OkHttpTransport.create()) {
            HttpRequest request = HttpRequest.get(URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .withLimits(HttpTimeouts.total(Duration.ofSeconds(20)).withConnect(Duration.ofMillis(200)), 1000);

            assertThat(catchThrowableOfType(TransportException.class, () -> transport.send(request))
                            .kind())
                    .isEqualTo(Kind.CONNECT_TIMEOUT);
        }
    }

    @Test
    void n18_aProxyGetsItsPasswordAndTheServerDoesNot() throws IOException {
        try (FaultServer proxy = FaultServer.answering(Answer.json(200, "{}"));
                HttpTransport transport = proxied(proxy.port())) {
            transport.send(HttpRequest.post(URI.create("http://model.example/v1"), new byte[0]));

            assertThat(proxy.requests().get(0).path()).startsWith("http://model.example");
            assertThat(proxy.requests().get(0).header("proxy-authorization")).isPresent();
            assertThat(transport.secrets()).isNotEmpty();
            assertThat(transport.toString() + transport.secrets()).doesNotContain("hunter2");
        }
    }

    @Test
    void n18_aProxyThatRefusesTheTunnelIsNamed() {
        for (int status : new int[] {403, 407, 502}) {
            Answer refusal = Answer.text(status, Map.of("Proxy-Authenticate", "Basic realm=\"x\""), "no hunter2proxy");
            try (FaultServer proxy = FaultServer.answering(refusal);
                    HttpTransport transport = proxied(proxy.port())) {
                TransportException failure = failure(transport, URI.create("https://model.example/v1"));

                assertThat(failure.kind()).isEqualTo(Kind.PROXY);
                assertThat(failure).hasMessageNotContaining("hunter2");
            }
        }
    }

    @Test
    void n18_aProxyThatSaysNothingEndsByTheConnectClock() {
        try (FaultServer proxy = FaultServer.answering(Answer.silence());
                HttpTransport transport = proxied(proxy.port())) {
            HttpRequest request = HttpRequest.get(URI.create("https://model.example/v1"))
                    .withLimits(HttpTimeouts.total(Duration.ofSeconds(20)).withConnect(Duration.ofMillis(200)), 1000);

            assertThat(catchThrowableOfType(TransportException.class, () -> transport.send(request))
                            .kind())
                    .isEqualTo(Kind.CONNECT_TIMEOUT);
        }
    }

    @Test
    void n6_theTotalHoldsAgainstATrickle() {
        try (FaultServer server = FaultServer.answering(Answer.drip(Duration.ofMillis(50), "x".repeat(500)));
                HttpTransport transport = OkHttpTransport.create()) {
            HttpRequest request =
                    HttpRequest.get(server.uri()).withLimits(HttpTimeouts.total(Duration.ofMillis(300)), 10_000);
            long begun = System.nanoTime();

            assertThat(catchThrowableOfType(TransportException.class, () -> transport.send(request))
                            .kind())
                    .isEqualTo(Kind.TOTAL_TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void theIdleClockWaitsLongerForTheFirstByteOfTheBody() throws IOException {
        Answer late = (request, wire) -> {
            wire.head(200, Map.of(), "Content-Length: 2");
            wire.wait(Duration.ofMillis(350));
            wire.text("ok");
        };
        HttpTimeouts limits = new HttpTimeouts(
                Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(150), Duration.ofSeconds(10));
        try (FaultServer server = FaultServer.answering(late);
                HttpTransport transport = OkHttpTransport.create()) {
            assertThat(transport
                            .send(HttpRequest.get(server.uri()).withLimits(limits, 100))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aHostsClientKeepsItsInterceptorsAndLosesItsRedirects() throws IOException {
        OkHttpClient host = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Host", "yes").build()))
                .build();
        try (FaultServer server = FaultServer.answering(Answer.text(302, Map.of("Location", "/else"), ""));
                HttpTransport transport = OkHttpTransport.using(host)) {
            HttpResponse response = transport.send(HttpRequest.get(server.uri()));

            assertThat(response.status()).isEqualTo(302);
            assertThat(server.requests().get(0).header("x-host")).hasValue("yes");
        }
        assertThat(host.dispatcher().executorService().isShutdown()).isFalse();
        host.dispatcher().executorService().shutdown();
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        try (FaultServer server = FaultServer.answering(Answer.silence())) {
            HttpTransport transport = OkHttpTransport.create();
            var waiting = java.util.concurrent.CompletableFuture.supplyAsync(
                    () -> failure(transport, server.uri()), command -> new Thread(command).start());
            while (server.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            transport.close();

            assertThat(waiting.get(3, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
            assertThatThrownBy(() -> transport.send(HttpRequest.get(server.uri())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void aHeaderThatCannotBeCarriedIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> HttpRequest.get(URI.create("http://localhost")).withHeader("x-api-key", KEY + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x-api-key")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aTransportOfOneLambdaCanStreamAndCancel() throws IOException {
        HttpTransport lambda = request -> new HttpResponse(200, Map.of(), "whole".getBytes(StandardCharsets.UTF_8));
        try (var stream =
                lambda.call(HttpRequest.get(URI.create("http://localhost"))).open()) {
            assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("whole");
        }
    }

    private static SSLServerSocket listening(HandshakeCertificates certificates) throws IOException {
        SSLServerSocket listener = (SSLServerSocket) certificates
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        serve(listener);
        return listener;
    }

    private static TransportException failure(HttpTransport transport, URI uri) {
        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> transport.send(HttpRequest.get(uri)));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static HttpTransport proxied(int port) {
        return OkHttpTransport.builder()
                .proxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .proxyCredentials("alice", Secret.of("hunter2proxy"))
                .build();
    }

    /** One empty answer a connection. */
    private static void serve(SSLServerSocket listener) {
        daemon(() -> {
            while (!listener.isClosed()) {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                    socket.getInputStream().read(new byte[1000]);
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // The client did not like the certificate, or the test is over.
                }
            }
        });
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
