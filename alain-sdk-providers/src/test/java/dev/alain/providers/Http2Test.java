package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.chat.ChatReply;
import dev.alain.net.HttpTransport;
import dev.alain.providers.transport.OkHttpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2, row N19: a server that takes a stream or a connection back has not looked at the question. */
final class Http2Test {
    @ParameterizedTest
    @ValueSource(strings = {"refuse", "goaway"})
    void n19_whatWasNotLookedAtIsAskedAgain(String fault) throws IOException {
        OkHttpClient http2 = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
        try (NodeServer server = NodeServer.start(Path.of(NodeServer.file("h2.mjs")), List.of("PORT", fault));
                HttpTransport transport = OkHttpTransport.using(http2);
                RemoteChatModel model = OpenAiCompatible.at(server.url() + "/v1")
                        .model("m")
                        .transport(transport)
                        .resilience(Trial.QUICK)
                        .build()) {
            ChatReply reply = model.chat(Trial.question(10));

            assertThat(reply.text()).isEqualTo("second try");
            assertThat(reply.attempts()).isEqualTo(2);
        } finally {
            http2.dispatcher().executorService().shutdown();
            http2.connectionPool().evictAll();
        }
    }
}
