package dev.alain.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RepairStreamTest {
    private static final String REPLY = "<think>hm {\"a\": 0}</think>Here [1]:\n```json\n"
            + "{\"title\": \"Say \\\"hi\\\"\", \"steps\": [{\"n\": 12, \"code\": \"print(\\n{})\"}, {\"n\": 3.5e2}], \"ok\": true}\n```";

    @Test
    void snapshotsGrow() {
        RepairStream stream = JsonRepair.stream(RepairOptions.defaults());

        assertThat(stream.feed("<think>{\"a\":").snapshot()).isEmpty();
        assertThat(stream.feed("0}</think> See [1]: ").snapshot()).isEmpty();
        assertThat(stream.feed("{\"title\": \"Ha").snapshot().orElseThrow().value())
                .hasToString("{\"title\":\"Ha\"}");
        assertThat(stream.feed("iku\", \"n\": 1").snapshot().orElseThrow().value())
                .hasToString("{\"title\":\"Haiku\"}");
        assertThat(stream.feed("2, \"x").snapshot().orElseThrow().value())
                .hasToString("{\"title\":\"Haiku\",\"n\":12}");
        assertThat(stream.feed("\": 1}").finish().value()).hasToString("{\"title\":\"Haiku\",\"n\":12,\"x\":1}");
    }

    @Test
    void snapshotsNeverTakeBackWhatTheyShowed() {
        RepairStream stream = JsonRepair.stream(RepairOptions.defaults());
        Leaves before = Leaves.none();
        for (int at = 0; at < REPLY.length(); at++) {
            stream.feed(REPLY.substring(at, at + 1));
            Leaves now =
                    stream.snapshot().map(result -> Leaves.of(result.value())).orElse(before);
            now.assertExtends(before);
            before = now;
        }
        assertThat(stream.finish().value())
                .isEqualTo(stream.snapshot().orElseThrow().value());
    }

    @Test
    void chunksMakeNoDifference() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        RepairResult whole = JsonRepair.parse(REPLY);
        for (int round = 0; round < 200; round++) {
            RepairStream stream = JsonRepair.stream(RepairOptions.defaults());
            RepairStream other = JsonRepair.stream(RepairOptions.defaults());
            int middle = random.nextInt(REPLY.length());
            feed(stream, REPLY.substring(0, middle), random);
            feed(other, REPLY.substring(0, middle), random);
            assertThat(stream.snapshot().map(RepairResult::value))
                    .isEqualTo(other.snapshot().map(RepairResult::value));

            feed(stream, REPLY.substring(middle), random);

            assertThat(stream.finish().value()).isEqualTo(whole.value());
            assertThat(stream.finish().repairs()).isEqualTo(whole.repairs());
        }
    }

    private static void feed(RepairStream stream, String text, RandomGenerator random) {
        int at = 0;
        while (at < text.length()) {
            int next = Math.min(text.length(), at + 1 + random.nextInt(7));
            stream.feed(text.substring(at, next));
            if (random.nextBoolean()) {
                stream.snapshot();
            }
            at = next;
        }
    }

    @Test
    void tooMuchIsRefusedAndTheRestStays() {
        RepairOptions options =
                RepairOptions.builder().limits(new RepairLimits(8, 9, 9, 9, 9)).build();
        RepairStream stream = JsonRepair.stream(options).feed("[1, 2]");

        assertThatThrownBy(() -> stream.feed("   ")).hasMessageContaining("raise RepairLimits.maxChars");
        assertThat(stream.finish().value()).hasToString("[1,2]");
    }
}
