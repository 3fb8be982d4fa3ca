package dev.alain.providers.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.net.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What servers say, and what it means. */
final class FailureClassifierTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            401 | {"error":{"message":"Incorrect API key","type":"invalid_request_error","code":"invalid_api_key"}}        | AUTHENTICATION
            401 | {"detail":"Unauthorized"}                                                                              | AUTHENTICATION
            402 | {"error":{"code":402,"message":"Insufficient credits"}}                                                | QUOTA
            403 | {"type":"error","error":{"type":"permission_error","message":"no"},"request_id":"r"}                   | PERMISSION
            403 | {"error":{"message":"This bot needs more points","type":"x"}}                                          | QUOTA
            404 | {"error":"model 'qwen3:8b' not found"}                                                                 | MODEL_NOT_FOUND
            404 | {"error":{"message":"The model `gpt-9` does not exist","code":"model_not_found"}}                      | MODEL_NOT_FOUND
            400 | {"error":{"message":"unknown bot","type":"invalid_request_error","code":"model_not_found"}}            | MODEL_NOT_FOUND
            404 | {"error":{"message":"Invalid URL (POST /v1/models/chat/completions)"}}                                 | UNEXPECTED
            404 | 404 page not found                                                                                    | UNEXPECTED
            200 | {"error":"Unexpected endpoint or method. (POST /chat/completions)"}                                    | UNEXPECTED
            413 | {"error":{"message":"Request too large","code":"rate_limit_exceeded"}}                                 | CONTEXT_EXCEEDED
            429 | {"error":{"message":"Request too large for gpt-4 on tokens per min","code":"rate_limit_exceeded"}}     | CONTEXT_EXCEEDED
            429 | {"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}                                | RATE_LIMITED
            429 | {"error":{"code":"insufficient_quota","message":"You exceeded your current quota"}}                    | QUOTA
            429 | {"error":{"type":"exceeded_current_quota_error","message":"x"}}                                        | QUOTA
            429 | {"error":{"code":"billing_limit_reached","message":"x"}}                                               | QUOTA
            429 | {"type":"error","error":{"type":"rate_limit_error","details":{"error_code":"enforced_spend_limit_reached"},"message":"x"}} | QUOTA
            429 | [{"error":{"code":429,"message":"Quota exceeded for quota metric","status":"RESOURCE_EXHAUSTED"}}]     | RATE_LIMITED
            400 | {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low"}}   | QUOTA
            503 | {"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}                            | LOADING
            503 | {"error":"server busy, please try again.  maximum pending requests exceeded"}                          | OVERLOADED
            529 | {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}                            | OVERLOADED
            200 | {"error":{"type":"overloaded_error","message":"Overloaded"}}                                           | OVERLOADED
            200 | {"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}} | CONTEXT_EXCEEDED
            500 | {"error":{"code":500,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}} | CONTEXT_EXCEEDED
            500 | {"error":"Post \\"http://127.0.0.1:38411/completion\\": context deadline exceeded"}                     | SERVER
            400 | {"error":"Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens"} | CONTEXT_EXCEEDED
            400 | {"error":"The number of tokens to keep from the initial prompt is greater than the context length"}     | CONTEXT_EXCEEDED
            400 | {"error":{"message":"The input token count (1200000) exceeds the maximum number of tokens allowed"}}    | CONTEXT_EXCEEDED
            400 | {"error":{"message":"Invalid schema for response_format: In context=('a'), depth exceeds the limit"}}   | INVALID_REQUEST
            400 | {"object":"error","message":"bad","type":"BadRequestError","code":400}                                 | INVALID_REQUEST
            422 | {"detail":[{"loc":["body","response_format"],"msg":"Extra inputs are not permitted"}]}                 | INVALID_REQUEST
            400 | {"error":{"message":"blocked","code":"content_policy_violation"}}                                      | CONTENT_FILTERED
            302 | moved                                                                                                 | UNEXPECTED
            407 | who are you                                                                                           | PROXY
            500 | <html>nginx</html>                                                                                    | SERVER
            501 | {}                                                                                                    | UNEXPECTED
            499 | {"error":"request canceled"}                                                                          | SERVER
            """)
    void saysWhatABodyMeans(int status, String body, FailureKind kind) {
        assertThat(classified(
                                status,
                                Map.of(),
                                body.replace("\\\"", "\"")
                                        .replace("\"http", "\\\"http")
                                        .replace("completion\":", "completion\\\":"))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void theFieldThatFastApiNamesStandsInTheMessage() {
        Failure failure = classified(
                422,
                Map.of(),
                "{\"detail\":[{\"loc\":[\"body\",\"response_format\"],\"msg\":\"Extra inputs are not permitted\"}]}");

        assertThat(failure.message()).contains("body.response_format");
    }

    @ParameterizedTest
    @CsvSource({
        "Please try again in 456ms., 456",
        "try again in 1.5s, 1500",
        "try again in 1m30s, 90000",
        "try again in 5 minutes, 300000",
        "try again in 20 seconds, 20000",
        "try again in 999999999999d, 31536000000"
    })
    void wordsAreTheLastResort(String words, long millis) {
        Failure failure = classified(429, Map.of(), "{\"error\":{\"message\":\"" + words + "\"}}");

        assertThat(failure.waitHint()).hasValue(Duration.ofMillis(millis));
    }

    @Test
    void requestIdsAreKept() {
        assertThat(classified(500, Map.of("x-request-id", "req_7"), "{}").requestId())
                .isEqualTo("req_7");
        assertThat(classified(500, Map.of("request-id", "req_8"), "{}").requestId())
                .isEqualTo("req_8");
    }

    @ParameterizedTest
    @EnumSource
    void everyCauseHasAMeaning(TransportException.Kind kind) {
        Failure failure =
                FailureClassifier.classify(Evidence.noResponse(new TransportException(kind, "x"), Instant.EPOCH, true));

        boolean neverAgain = switch (kind) {
            case TLS, PROXY, TOO_LARGE, PROTOCOL, CANCELLED, TOTAL_TIMEOUT, FIRST_BYTE_TIMEOUT, IDLE_TIMEOUT -> true;
            default -> false;
        };
        assertThat(failure.retryable()).isEqualTo(!neverAgain);
    }

    @Test
    void noBodyWhateverMakesItThrow() {
        Random random = new Random(7);
        String letters = "{}[]\":,0123456789truefalsenullerrorcodetypemessage \\\u00e9\u0000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                body.append(letters.charAt(random.nextInt(letters.length())));
            }
            Failure failure =
                    classified(100 + random.nextInt(500), Map.of("retry-after", body.toString()), body.toString());
            assertThat(failure.message()).isNotEmpty();
        }
    }

    private static Failure classified(int status, Map<String, String> headers, String body) {
        return FailureClassifier.classify(Evidence.response(status, headers, body, Instant.EPOCH, false));
    }
}
