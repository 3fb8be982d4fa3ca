package dev.alain.providers.observe;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatReply;
import dev.alain.chat.TokenUsage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records calls in a Micrometer registry, under the names of OpenTelemetry's conventions for generative AI.
 *
 * <p>Timers {@code gen_ai.client.operation.duration} (all calls, failed ones with {@code error.type}) and
 * {@code gen_ai.client.operation.time_to_first_chunk}; summary {@code gen_ai.client.token.usage} by
 * {@code gen_ai.token.type}, only where the vendor says what a call cost. Beside these, counters
 * {@code alain.llm.retries} and {@code alain.llm.truncations}, and gauge {@code alain.llm.circuit.state} (0 closed, 1
 * half open, 2 open). Of the names that endpoints give to their models, 100 become tags. No tag holds a prompt, an id of a call or a path.
 */
public final class MicrometerChatListener implements ChatListener {
    private static final String NONE = "none";
    private static final int MOST_MODELS = 100;

    private final MeterRegistry registry;
    private final Set<String> models = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> circuits = new ConcurrentHashMap<>();

    /** Records in this registry, which is never closed. */
    public MicrometerChatListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onFirstToken(CallInfo call, Duration after) {
        Timer.builder("gen_ai.client.operation.time_to_first_chunk")
                .serviceLevelObjectives(BUCKETS)
                .tags(tags(call))
                .register(registry)
                .record(after);
    }

    @Override
    public void onRetry(CallInfo call, int attempt, ChatException failure, boolean mayBePaid, Duration wait) {
        registry.counter("alain.llm.retries", tags(call).and("error.type", type(failure)))
                .increment();
    }

    @Override
    public void onReply(CallInfo call, ChatReply reply, Duration took) {
        Tags tags = tags(call).and("gen_ai.response.model", answered(call, reply));
        duration(tags.and("error.type", NONE), took);
        tokens(tags, reply.usage());
    }

    @Override
    public void onFailure(CallInfo call, ChatException failure, Duration took) {
        Tags tags = tags(call).and("gen_ai.response.model", NONE);
        duration(tags.and("error.type", type(failure)), took);
        tokens(tags, failure.usage());
        if (failure instanceof ChatException.OutputTruncated) {
            registry.counter("alain.llm.truncations", tags(call)).increment();
        }
    }

    @Override
    public void onCircuit(CallInfo call, String state) {
        circuits.computeIfAbsent(call.vendor() + " " + call.host() + ":" + call.port(), key -> gauge(call))
                .set(state.equals("closed") ? 0 : state.equals("half_open") ? 1 : 2);
    }

    /** The endpoint chooses this name, so only so many are believed. */
    private String answered(CallInfo call, ChatReply reply) {
        String name = reply.model().isEmpty() ? call.model() : reply.model();
        boolean known = models.contains(name) || name.length() <= 100 && models.size() < MOST_MODELS;
        if (known) {
            models.add(name);
        }
        return known ? name : "other";
    }

    private AtomicInteger gauge(CallInfo call) {
        return registry.gauge(
                "alain.llm.circuit.state",
                Tags.of(
                        "gen_ai.provider.name",
                        call.vendor(),
                        "server.address",
                        call.host(),
                        "server.port",
                        String.valueOf(call.port())),
                new AtomicInteger());
    }

    private void duration(Tags tags, Duration took) {
        Timer.builder("gen_ai.client.operation.duration")
                .serviceLevelObjectives(BUCKETS)
                .tags(tags)
                .register(registry)
                .record(took);
    }

    private void tokens(Tags tags, TokenUsage usage) {
        tokens(tags.and("gen_ai.token.type", "input"), usage.input());
        tokens(tags.and("gen_ai.token.type", "output"), usage.output());
    }

    private void tokens(Tags tags, OptionalLong count) {
        if (count.isPresent()) {
            DistributionSummary.builder("gen_ai.client.token.usage")
                    .baseUnit("token")
                    .serviceLevelObjectives(TOKEN_BUCKETS)
                    .tags(tags)
                    .register(registry)
                    .record((double) count.getAsLong());
        }
    }

    private static Tags tags(CallInfo call) {
        return Tags.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.provider.name", call.vendor(),
                "gen_ai.request.model", call.model(),
                "server.address", call.host(),
                "server.port", String.valueOf(call.port()));
    }

    private static String type(ChatException failure) {
        return failure.statusCode().isPresent()
                ? String.valueOf(failure.statusCode().getAsInt())
                : failure.getClass().getSimpleName();
    }

    private static final double[] TOKEN_BUCKETS = {
        1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864
    };

    /** The convention's, and on to ten minutes: local models take their time. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofMillis(80),
        Duration.ofMillis(160), Duration.ofMillis(320), Duration.ofMillis(640), Duration.ofMillis(1280),
        Duration.ofMillis(2560), Duration.ofMillis(5120), Duration.ofMillis(10240), Duration.ofMillis(20480),
        Duration.ofMillis(40960), Duration.ofMillis(81920), Duration.ofMinutes(5), Duration.ofMinutes(10)
    };
}
