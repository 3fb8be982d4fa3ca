package dev.alain.providers.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.net.HttpStream;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import dev.alain.providers.resilience.ResiliencePolicy;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When calls are made, made again, or not made; by a clock that stands still. */
final class GateTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final FakeTimer timer = new FakeTimer();

    @Test
    void minuteLongSuccessesNeverOpenTheBreaker() {
        Gate gate = gate(ResiliencePolicy.DEFAULT, 4);
        for (int i = 0; i < 200; i++) {
            assertThat(gate.breakerPermits()).isTrue();
            gate.succeeded(Duration.ofSeconds(61));
        }
        assertThat(gate.breakerState()).isEqualTo("closed");
    }

    @Test
    void fiveFailuresOpenItForAWhileAndASuccessClosesIt() {
        Gate gate = gate(ResiliencePolicy.DEFAULT, 4);
        for (int i = 0; i < 5; i++) {
            fail(gate, FailureKind.SERVER);
        }
        assertThat(gate.breakerPermits()).isFalse();

        timer.pass(Duration.ofSeconds(29));
        assertThat(gate.breakerPermits()).isFalse();
        timer.pass(Duration.ofSeconds(2));
        for (int i = 0; i < 2; i++) {
            assertThat(gate.breakerPermits()).isTrue();
            gate.succeeded(Duration.ofSeconds(1));
        }
        assertThat(gate.breakerState()).isEqualTo("closed");
    }

    @Test
    void whatIsTheCallersFaultDoesNotCount() {
        Gate gate = gate(ResiliencePolicy.DEFAULT, 4);
        for (FailureKind kind : FailureKind.values()) {
            if (!kind.countsAgainstEndpoint() && kind != FailureKind.QUOTA) {
                for (int i = 0; i < 30; i++) {
                    fail(gate, kind);
                }
            }
        }
        assertThat(gate.breakerState()).isEqualTo("closed");
    }

    @Test
    void backoffIsAnythingBelowABoundThatDoubles() {
        Backoff least = new Backoff(ResiliencePolicy.DEFAULT, () -> 0);
        Backoff most = new Backoff(ResiliencePolicy.DEFAULT, () -> 1);
        Failure server = Failure.of(FailureKind.SERVER, "x");
        Failure limited = Failure.of(FailureKind.RATE_LIMITED, "x");

        assertThat(least.wait(1, server)).isZero();
        assertThat(most.wait(1, server)).hasMillis(500);
        assertThat(most.wait(2, server)).hasMillis(1_000);
        assertThat(most.wait(9, server)).hasMillis(8_000);
        assertThat(most.wait(1, limited)).hasMillis(1_000);
        assertThat(most.wait(9, limited)).hasMillis(20_000);
        assertThat(least.wait(1, limited.withWaitHint(Duration.ofSeconds(7)))).hasSeconds(7);
    }

    @Test
    void theHintOfEachAttemptCountsForItself() {
        Gate.Retries retries = gate(ResiliencePolicy.DEFAULT, 4).retries();

        assertThat(next(retries, Failure.of(FailureKind.RATE_LIMITED, "x").withWaitHint(Duration.ofSeconds(60))))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(60)));
        assertThat(next(retries, Failure.of(FailureKind.RATE_LIMITED, "x").withWaitHint(Duration.ofSeconds(1))))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(10)));
        assertThat(next(retries, Failure.of(FailureKind.RATE_LIMITED, "x"))).isEmpty();
    }

    @Test
    void aDeadEndpointGetsHardlyMoreThanOnceTheLoad() {
        Gate gate = gate(ResiliencePolicy.builder().retryBudget(100).build(), 4);
        int retried = 0;
        for (int call = 0; call < 1_000; call++) {
            Gate.Retries retries = gate.retries();
            while (next(retries, Failure.of(FailureKind.SERVER, "x")).isPresent()) {
                retried++;
            }
        }
        assertThat(retried).isEqualTo(20);

        for (int call = 0; call < 10; call++) {
            gate.retries().succeeded();
        }
        assertThat(next(gate.retries(), Failure.of(FailureKind.SERVER, "x"))).isPresent();
        assertThat(next(gate.retries(), Failure.of(FailureKind.TIMEOUT, "x"))).isEmpty();
    }

    @Test
    void theLimitDropsOnceForAllThatWereUnderWayAndGrowsAgain() {
        Gate gate = gate(ResiliencePolicy.DEFAULT, 10);
        long begunAt = timer.nanos();
        timer.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            AttemptFailed refused = new AttemptFailed(Failure.of(FailureKind.RATE_LIMITED, "x"));
            assertThat(gate.breakerPermits()).isTrue();
            gate.failed(refused, begunAt, Duration.ofSeconds(1));
        }
        assertThat(gate.toString()).contains("of 7 calls");

        for (int i = 0; i < 40; i++) {
            gate.succeeded(Duration.ofSeconds(1));
        }
        assertThat(gate.toString()).contains("of 10 calls");
    }

    @Test
    void noPlaceIsLostWhateverVisitorsDo() {
        Gate gate = gate(ResiliencePolicy.builder().concurrency(3).queue(5).build(), 1);
        Random random = new Random(42);
        List<Gate.Place> places = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            if (random.nextBoolean() || places.isEmpty()) {
                Gate.Place place = gate.place(new Nobody());
                if (place.enter(random.nextInt(10) == 0)) {
                    places.add(place);
                }
            } else {
                Gate.Place place = places.get(random.nextInt(places.size()));
                place.leave();
                if (random.nextBoolean()) {
                    place.leave();
                }
                places.remove(place);
            }
        }
        places.forEach(Gate.Place::leave);

        assertThat(gate.toString()).contains("0 of 3 calls, 0 waiting");
    }

    @Test
    void aUsedUpWindowHoldsCallsBackUntilItsEnd() {
        Gate gate = gate(ResiliencePolicy.DEFAULT, 4);
        gate.read(headers(Map.of("x-ratelimit-remaining-requests", "1", "x-ratelimit-reset-requests", "6m0s")));
        assertThat(gate.pause())
                .as("a window of minutes is a quota, not a pace")
                .isZero();

        gate.read(headers(Map.of("x-ratelimit-remaining-requests", "1", "x-ratelimit-reset-requests", "30")));
        assertThat(gate.pause()).isZero();
        assertThat(gate.pause()).hasSeconds(30);
        timer.pass(Duration.ofSeconds(31));
        assertThat(gate.pause()).isZero();

        gate.read(headers(Map.of("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "1.5s")));
        assertThat(gate.pause()).hasMillis(1_500);
    }

    @Test
    void headersThatSayNothingHoldNobodyBack() {
        Gate gate = gate(ResiliencePolicy.DEFAULT, 4);
        for (String left : List.of("-1", "0", "many")) {
            gate.read(headers(Map.of(
                    "x-ratelimit-limit-requests", "0",
                    "x-ratelimit-remaining-requests", left,
                    "x-ratelimit-reset-requests", "60")));
            assertThat(gate.pause()).isZero();
        }
    }

    @Test
    void oneRefusalPausesTheOthers() {
        Gate gate = gate(ResiliencePolicy.DEFAULT, 4);
        assertThat(gate.breakerPermits()).isTrue();
        gate.failed(
                new AttemptFailed(Failure.of(FailureKind.RATE_LIMITED, "x").withWaitHint(Duration.ofSeconds(9))),
                timer.nanos(),
                Duration.ofSeconds(1));

        assertThat(gate.pause()).hasSeconds(9);
    }

    private Gate gate(ResiliencePolicy policy, int concurrency) {
        return new Gate("test", policy, concurrency, timer, () -> 0.5);
    }

    private void fail(Gate gate, FailureKind kind) {
        if (gate.breakerPermits()) {
            gate.failed(new AttemptFailed(Failure.of(kind, "x")), timer.nanos(), Duration.ofSeconds(1));
        }
    }

    private static Optional<Duration> next(Gate.Retries retries, Failure failure) {
        return retries.next(new AttemptFailed(failure), LONG);
    }

    private static HttpStream headers(Map<String, String> headers) {
        return new HttpStream() {
            @Override
            public int status() {
                return 200;
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.ofNullable(headers.get(name));
            }

            @Override
            public InputStream body() {
                return InputStream.nullInputStream();
            }

            @Override
            public void close() {}
        };
    }

    private static final class Nobody implements Gate.Visitor {
        @Override
        public void admitted() {}

        @Override
        public void dismissed(Failure failure) {}
    }
}
