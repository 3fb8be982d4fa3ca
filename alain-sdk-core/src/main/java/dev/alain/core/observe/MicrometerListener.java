package dev.alain.core.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.GenerationEvent;
import dev.alain.GenerationListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;

/**
 * Records the events of generations in a Micrometer registry.
 *
 * <p>Timers {@code alain_outline_duration_ms} and {@code alain_section_duration_ms}, counters
 * {@code alain_section_generated_total} and {@code alain_validation_failures_total} (also tagged {@code rule}); all
 * tagged {@code provider} and {@code difficulty}. Results that were stored already are not counted.
 *
 * <pre>{@code
 * CookbookGenerator.builder().listener(new MicrometerListener(registry)).build();
 * }</pre>
 */
public final class MicrometerListener implements GenerationListener {
    private final MeterRegistry registry;

    /** Records in this registry, which is never closed. */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onEvent(GenerationEvent event) {
        JsonNode details = event.details();
        Tags tags = Tags.of(
                "provider", details.path("provider").asText("unknown"),
                "difficulty", details.path("difficulty").asText("unknown"));
        boolean made = event.kind().equals(GenerationEvent.STAGE_FINISHED)
                && !details.path("reused").asBoolean(true);
        if (made) {
            stage(details, tags);
        }
        details.path("failures")
                .properties()
                .forEach(failure -> registry.counter(
                                "alain_validation_failures_total", tags.and("rule", failure.getKey()))
                        .increment(failure.getValue().asDouble()));
    }

    private void stage(JsonNode details, Tags tags) {
        String stage = details.path("stage").asText();
        if (stage.equals("outline") || stage.equals("section")) {
            registry.timer("alain_" + stage + "_duration_ms", tags)
                    .record(Duration.ofMillis(details.path("millis").asLong()));
        }
        if (stage.equals("section")) {
            registry.counter("alain_section_generated_total", tags).increment();
        }
    }
}
