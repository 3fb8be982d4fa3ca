package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.Message;
import dev.alain.testkit.Answer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say with a status, rows H1 to H23 of the catalogue: what comes of it, and how often they were asked. */
final class HttpFaultsTest {
    @ParameterizedTest
    @EnumSource
    void h1_tooManyRequestsIsTriedAgain(Tongue tongue) {
        Answer refusal = Answer.json(429, tongue.error("rate_limit_error", "slow"));
        try (Trial trial = Trial.of(tongue, refusal, refusal, tongue.answer("ok"))) {
            ChatReply reply = trial.chat();

            assertThat(reply.attempts()).isEqualTo(3);
            assertThat(trial.posts()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h1_andSaidSoAfterThreeTimes(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.json(429, tongue.error("rate_limit_error", "slow")))) {
            ChatException.RateLimited failure = trial.fails(ChatException.RateLimited.class);

            assertThat(failure.statusCode()).hasValue(429);
            assertThat(failure.attempts()).isEqualTo(3);
            assertThat(trial.posts()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"retry-after, 0.3", "retry-after-ms, 300"})
    void h2_theVendorsWaitIsTheLeastThatIsWaited(String name, String value) {
        try (Trial trial = Trial.of(Tongue.OPENAI, refused(429, name, value), Tongue.OPENAI.answer("ok"))) {
            long begun = System.nanoTime();
            trial.chat();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(trial.posts()).isEqualTo(2);
        }
    }

    @Test
    void h2_aDateCountsAgainstTheServersClock() {
        ZonedDateTime server = ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(server));
        headers.put("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(server.plusSeconds(1)));
        try (Trial trial = Trial.of(Tongue.OPENAI, Answer.text(429, headers, "{}"), Tongue.OPENAI.answer("ok"))) {
            long begun = System.nanoTime();
            trial.chat();

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(990), Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "1e300", "Fri, 31 Dec 9999 23:59:59 GMT", "121"})
    void h3_aWaitThatNobodyWaitsFailsAtOnce(String wait) {
        for (int status : new int[] {429, 503}) {
            try (Trial trial = Trial.of(Tongue.OPENAI, refused(status, "Retry-After", wait))) {
                ChatException failure = trial.fails(ChatException.class);

                assertThat(failure.retryAfter()).isPresent();
                assertThat(trial.posts()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "NaN", "soon", "Mon, 01 Jan 1990 00:00:00 GMT"})
    void h3_aWaitThatMakesNoSenseIsAsIfNotSaid(String wait) {
        try (Trial trial = Trial.of(Tongue.OPENAI, refused(429, "Retry-After", wait), Tongue.OPENAI.answer("ok"))) {
            assertThat(trial.chat().attempts()).isEqualTo(2);
        }
    }

    @Test
    void h3_aWaitBeyondTheDeadlineFailsAtOnce() {
        try (Trial trial = Trial.of(Tongue.OPENAI, refused(429, "Retry-After", "30"))) {
            ChatException.RateLimited failure = trial.fails(ChatException.RateLimited.class);

            assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(30));
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void h4_aUsedUpWindowHoldsTheNextQuestionBack() {
        Map<String, String> headers = Map.of(
                "x-ratelimit-limit-requests", "500",
                "x-ratelimit-remaining-requests", "0",
                "x-ratelimit-reset-requests", "0.9");
        Answer last = Answer.text(200, headers, Tongue.OPENAI.body("last", "stop"));
        try (Trial trial = Trial.of(Tongue.OPENAI, last, Tongue.OPENAI.answer("next"))) {
            trial.chat();
            long begun = System.nanoTime();
            trial.chat();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insufficient_quota",
                "credit_balance_exhausted",
                "enforced_spend_limit_reached",
                "billing_hard_limit_reached"
            })
    void h5_usedUpCreditIsNeverTriedAgainAndClosesTheGate(String code) {
        try (Trial trial =
                Trial.of(Tongue.OPENAI, Answer.json(429, Answers.errorBody(code, "You exceeded your quota")))) {
            trial.fails(ChatException.QuotaExceeded.class);
            trial.fails(ChatException.CircuitOpen.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void h5_proseAboutQuotaIsNoProof() {
        Answer gemini =
                Answer.json(429, Answers.errorBody("RESOURCE_EXHAUSTED", "Quota exceeded for requests per minute"));
        try (Trial trial = Trial.of(Tongue.OPENAI, gemini, Tongue.OPENAI.answer("ok"))) {
            assertThat(trial.chat().attempts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h6_billingIsNeverTriedAgain(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.json(402, tongue.error("billing_error", "pay first")))) {
            trial.fails(ChatException.QuotaExceeded.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 408, 409, 425})
    void h7_h10_whatPassesIsTriedThreeTimes(int status) {
        for (Tongue tongue : Tongue.values()) {
            try (Trial trial = Trial.of(tongue, Answer.json(status, tongue.error("api_error", "hiccup")))) {
                ChatException.ServerFailure failure = trial.fails(ChatException.ServerFailure.class);

                assertThat(failure.statusCode()).hasValue(status);
                assertThat(trial.posts()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void h8_aRetryAfterOfZeroSendsNoSecondPostByItself(Tongue tongue) {
        Answer busy = refused(503, "Retry-After", "0");
        try (Trial trial = Trial.of(tongue, busy, tongue.answer("ok"))) {
            assertThat(trial.chat().attempts()).isEqualTo(2);
            assertThat(trial.posts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h9_anOverloadedServerIsLeftAloneAfterFiveFailures(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.json(529, tongue.error("overloaded_error", "Overloaded")))) {
            trial.fails(ChatException.ServerFailure.class);
            trial.fails(ChatException.ServerFailure.class);
            trial.fails(ChatException.CircuitOpen.class);

            assertThat(trial.posts()).isEqualTo(5);
            assertThat(trial.metrics.get("alain.llm.circuit.state").gauge().value())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h11_aWrongKeyIsAskedOnce(Tongue tongue) {
        String echo = "Incorrect API key provided: " + Trial.CANARY.substring(0, 8) + "***********"
                + Trial.CANARY.substring(18) + ". The header was Bearer " + Trial.CANARY;
        try (Trial trial = Trial.of(tongue, Answer.json(401, tongue.error("invalid_api_key", echo)))) {
            ChatException.Authentication failure = trial.fails(ChatException.Authentication.class);

            assertThat(failure).hasMessageContaining("Incorrect API key provided: ***");
            assertThat(failure.getMessage()).doesNotContain(Trial.CANARY.substring(18));
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h11_aForbiddenModelIsAskedForOnce(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.json(403, tongue.error("permission_error", "not for you")))) {
            trial.fails(ChatException.Permission.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void h11_missingPointsAreMissingCredit() {
        try (Trial trial = Trial.of(
                Tongue.OPENAI, Answer.json(403, Answers.errorBody("forbidden", "You need more points for this bot")))) {
            trial.fails(ChatException.QuotaExceeded.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h12_anUnknownModelIsAskedForOnce(Tongue tongue) {
        try (Trial trial =
                Trial.of(tongue, Answer.json(404, tongue.error("model_not_found", "model 'test-model' not found")))) {
            trial.fails(ChatException.ModelNotFound.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This model's maximum context length is 16384 tokens. However, you requested 122946 tokens (112946 in the messages, 10000 in the completion). Please reduce the length.",
                "max_tokens must be at least 1, got -186",
                "the request exceeds the available context size. try increasing the context size",
                "the prompt is longer than the context length currently available to the model; shorten it",
                "prompt is too long: 210000 tokens > 200000 maximum",
                "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000"
            })
    void h13_aPromptThatIsTooLongIsSaidSoOnce(String words) {
        for (Tongue tongue : Tongue.values()) {
            for (int status : new int[] {400, 500}) {
                try (Trial trial =
                        Trial.of(tongue, Answer.json(status, tongue.error("invalid_request_error", words)))) {
                    trial.fails(ChatException.ContextExceeded.class);

                    assertThat(trial.posts()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void h13_aPromptThatFitsWithAShorterAnswerIsAskedSoOnce() {
        String words = "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens"
                + " (1000 in the messages, 4000 in the completion).";
        try (Trial trial =
                Trial.of(Tongue.OPENAI, Answer.json(400, Answers.errorBody("", words)), Tongue.OPENAI.answer("ok"))) {
            trial.chat(Trial.question(4000));

            assertThat(trial.questions().get(1).body()).contains("\"max_completion_tokens\":3096");
        }
    }

    @Test
    void h14_aPromptThatWasCutSilentlyIsNoAnswer() {
        ChatRequest long4 = ChatRequest.builder()
                .message(Message.user("Tell me about number one, two and three. ".repeat(1000)))
                .maxOutputTokens(100)
                .build();
        String cut = Tongue.OLLAMA
                .body("I was told little", "stop")
                .replace("\"prompt_eval_count\":11", "\"prompt_eval_count\":4000");
        try (Trial trial = Trial.of(Tongue.OLLAMA, Answer.json(200, cut))) {
            assertThat(trial.fails(ChatException.ContextExceeded.class, long4)).hasMessageContaining("dropped");
            assertThat(trial.questions().get(0).body())
                    .contains("\"truncate\":false")
                    .contains("\"num_ctx\":16384");
        }
    }

    @ParameterizedTest
    @EnumSource
    void h15_aBodyThatIsTooLargeIsTooLong(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, Answer.text(413, Map.of(), "Payload too large"))) {
            trial.fails(ChatException.ContextExceeded.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h16_aWebPageIsNoAnswer(Tongue tongue) {
        String page = "<!DOCTYPE html><html><title>Sign in to the hotel</title></html>";
        try (Trial trial = Trial.of(tongue, Answer.text(200, Map.of("Content-Type", "text/html"), page))) {
            ChatException.UnexpectedAnswer failure = trial.fails(ChatException.UnexpectedAnswer.class);

            assertThat(failure.partialText()).startsWith("<!DOCTYPE html>");
            assertThat(failure.getMessage()).doesNotContain("hotel").contains("base URL");
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h17_nothingIsAskedForOnceMore(Tongue tongue) {
        for (int status : new int[] {200, 204}) {
            try (Trial trial = Trial.of(tongue, Answer.text(status, Map.of(), ""))) {
                assertThat(trial.fails(ChatException.UnexpectedAnswer.class)).hasMessageContaining("empty");
                assertThat(trial.posts()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void h18_jsonUnderAnotherNameIsTaken(Tongue tongue) {
        try (Trial trial =
                Trial.of(tongue, Answer.text(200, Map.of("Content-Type", "text/plain"), tongue.body("ok", "stop")))) {
            assertThat(trial.chat().text()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @EnumSource
    void h19_brokenCharactersBecomeReplacements(Tongue tongue) {
        String body = "\uFEFF" + tongue.body("a\uD83Db\u0000c", "stop").replace("\uD83D", "\\ud83d");
        try (Trial trial = Trial.of(tongue, Answer.json(200, body))) {
            assertThat(trial.chat().text()).isEqualTo("a\uFFFDb\u0000c");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"chat.completion\",\"choices\":[]}",
                "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"id\":\"1\"}]},\"finish_reason\":\"tool_calls\"}]}",
                "{\"choices\":[{\"message\":{\"content\":null,\"reasoning_content\":\"hm\"},\"finish_reason\":\"stop\"}]}",
                "{\"hello\":\"world\"}",
                "[]",
                "42"
            })
    void h20_anotherShapeIsNoAnswer(String body) {
        try (Trial trial = Trial.of(Tongue.OPENAI, Answer.json(200, body))) {
            trial.fails(ChatException.UnexpectedAnswer.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void h20_partsAreJoined() {
        String parts =
                "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"text\",\"text\":\"b\"}]}}]}";
        try (Trial trial = Trial.of(Tongue.OPENAI, Answer.json(200, parts))) {
            ChatReply reply = trial.chat();

            assertThat(reply.text()).isEqualTo("ab");
            assertThat(reply.finishReason().name()).isEqualTo("other");
        }
    }

    @ParameterizedTest
    @EnumSource
    void h21_anErrorWithStatus200IsAnError(Tongue tongue) {
        String error = tongue.error("overloaded_error", "Overloaded");
        try (Trial trial = Trial.of(tongue, Answer.json(200, error), tongue.answer("ok"))) {
            assertThat(trial.chat().attempts()).isEqualTo(2);
        }
        try (Trial trial = Trial.of(
                Tongue.OPENAI,
                Answer.json(
                        200, "{\"error\":{\"code\":400,\"message\":\"bad\",\"type\":\"invalid_request_error\"}}"))) {
            trial.fails(ChatException.InvalidRequest.class);
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h22_aCutAnswerIsAnErrorWithItsText(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, tongue.answer("{\"cells\":[{\"type\":\"mark", "length"))) {
            ChatException.OutputTruncated failure = trial.fails(ChatException.OutputTruncated.class);

            assertThat(failure.partialText()).isEqualTo("{\"cells\":[{\"type\":\"mark");
            assertThat(failure.getMessage()).doesNotContain("cells").contains("100 tokens");
            assertThat(failure.retryable()).isFalse();
            assertThat(failure.usage().output()).hasValue(7);
            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void h23_aWithheldAnswerIsNotAskedForAgain(Tongue tongue) {
        try (Trial trial = Trial.of(tongue, tongue.answer("", "content_filter"))) {
            trial.fails(ChatException.ContentFiltered.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void h23_norIsARefusal() {
        String refusal =
                "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I can't\"},\"finish_reason\":\"stop\"}]}";
        try (Trial trial = Trial.of(Tongue.OPENAI, Answer.json(200, refusal))) {
            trial.fails(ChatException.ContentFiltered.class);
        }
    }

    @Test
    void xShouldRetryIsObeyed() {
        Answer never = Answer.text(500, Map.of("x-should-retry", "false"), "{}");
        Answer please = Answer.text(400, Map.of("x-should-retry", "true"), "{}");
        try (Trial no = Trial.of(Tongue.OPENAI, never);
                Trial yes = Trial.of(Tongue.OPENAI, please, Tongue.OPENAI.answer("ok"))) {
            no.fails(ChatException.ServerFailure.class);
            assertThat(no.posts()).isEqualTo(1);
            assertThat(yes.chat().attempts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorBodyOfAMegabyteIsReadInPart(Tongue tongue) {
        String body = tongue.error("api_error", "x".repeat(1 << 20));
        try (Trial trial = Trial.of(tongue, Answer.json(400, body))) {
            assertThat(trial.fails(ChatException.InvalidRequest.class).getMessage())
                    .hasSizeLessThan(600);
        }
    }

    private static Answer refused(int status, String header, String value) {
        return Answer.text(status, Map.of("Content-Type", "application/json", header, value), "{}");
    }
}
