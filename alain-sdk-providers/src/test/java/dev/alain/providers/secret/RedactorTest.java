package dev.alain.providers.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Secrets do not come out, in whatever form. */
final class RedactorTest {
    private static final String KEY = "AbCd/efgh+ijklmnop\"qrs=tuv";
    private static final Redactor REDACTOR = Redactor.of(List.of(KEY));

    @Test
    void hidesTheKeyInEveryForm() {
        String basic = Base64.getEncoder().encodeToString(("user:" + KEY).getBytes(StandardCharsets.UTF_8));
        String text = "as it is " + KEY + ", in a URL " + URLEncoder.encode(KEY, StandardCharsets.UTF_8)
                + ", in a header " + basic;

        assertThat(REDACTOR.clean(text))
                .startsWith("as it is ***, in a URL ***, in a header ")
                .doesNotContain(basic.substring(10, 30));
    }

    @Test
    void hidesTheKeyBehindEscapesOfJson() throws IOException {
        JsonNode body = new ObjectMapper()
                .readTree(
                        "{\"error\":{\"message\":\"bad key AbCd\\/efgh\\u002Bijklmnop\\\"qrs=tuv!\"},\"n\":[\"AbCd/efgh+ijklmnop\\\"qrs=tuv\"]}");

        assertThat(REDACTOR.clean(body)).hasToString("{\"error\":{\"message\":\"bad key ***!\"},\"n\":[\"***\"]}");
    }

    @Test
    void hidesAKeyOfDigitsInNumbers() throws IOException {
        JsonNode body = new ObjectMapper().readTree("{\"created\":1234567890,\"id\":7}");

        assertThat(Redactor.of(List.of("1234567890")).clean(body)).hasToString("{\"created\":\"***\",\"id\":7}");
    }

    @Test
    void hidesWhatAVendorShowsOfAKey() {
        Redactor redactor = Redactor.of(List.of("sk-proj-abcdefghijklmnop"));

        assertThat(redactor.cleanMessage("Incorrect API key: sk-pr***mnop. Risk-prone words and sk-p stay"))
                .isEqualTo("Incorrect API key: *** Risk-prone words and sk-p stay");
    }

    @Test
    void hidesAKeyThatIsCut() {
        assertThat(REDACTOR.cleanCut("your key is AbCd/efgh+ijk")).isEqualTo("your key is ***");
        assertThat(REDACTOR.cleanCut("ends with AbC")).isEqualTo("ends with AbC");
    }

    @Test
    void hidesAKeyThatIsSplitAnywhere() {
        String text = "before " + KEY + " between " + KEY + " after Ab";
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            RedactedStream stream = new RedactedStream(REDACTOR);
            StringBuilder shown = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(9));
                shown.append(stream.push(text.substring(at, end)));
                at = end;
            }
            assertThat(shown.append(stream.end())).hasToString("before *** between *** after Ab");
        }
    }

    @Test
    void isDoneWithTwoMegabytesOfBeginnings() {
        Redactor redactor = Redactor.of(List.of("sk-proj-abcdefghijklmnop"));
        String hostile = "sk-proj ".repeat(1 << 18);

        assertThat(redactor.cleanMessage(hostile)).hasSize(4 << 18);
    }

    @Test
    void failuresKeepTheirTraceAndLoseTheirSecrets() {
        Exception failure = new IllegalStateException("outer " + KEY, new IOException("inner " + KEY));

        Throwable clean = REDACTOR.clean(failure);

        assertThat(clean).hasMessage("java.lang.IllegalStateException: outer ***");
        assertThat(clean.getCause()).hasMessage("java.io.IOException: inner ***");
        assertThat(clean.getStackTrace()).isEqualTo(failure.getStackTrace());
    }
}
