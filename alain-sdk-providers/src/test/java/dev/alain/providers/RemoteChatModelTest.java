package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.testkit.FaultServer;
import org.junit.jupiter.api.Test;

final class RemoteChatModelTest {
    @Test
    void answers() {
        try (FaultServer server = FaultServer.answering(Answers.openAi("Because of Rayleigh."));
                RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("gpt-test")
                        .apiKey("sk-test-1234567890")
                        .build()) {
            ChatReply reply = model.chat(ChatRequest.builder()
                    .message(dev.alain.chat.Message.user("Why is the sky blue?"))
                    .maxOutputTokens(100)
                    .build());

            assertThat(reply.text()).isEqualTo("Because of Rayleigh.");
            assertThat(server.requests()).hasSize(1);
            System.err.println(server.requests().get(0));
        }
    }

    @Test
    void streams() {
        try (FaultServer server = FaultServer.answering(Answers.openAiStream("Because ", "of ", "Rayleigh."));
                RemoteChatModel model = OpenAiCompatible.at(server.uri() + "/v1")
                        .model("gpt-test")
                        .build()) {
            assertThat(model.chat(ChatRequest.of("Why?")).text()).isEqualTo("Because of Rayleigh.");
        }
    }
}
