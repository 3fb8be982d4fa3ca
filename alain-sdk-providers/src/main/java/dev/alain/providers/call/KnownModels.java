package dev.alain.providers.call;

import dev.alain.net.HttpTimeouts;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.gate.AttemptFailed;
import dev.alain.providers.vendor.ModelInfo;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Asks which models there are, to say it to somebody who asked for one that there is not. */
final class KnownModels {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SHOWN = 8;

    private final Endpoint endpoint;

    KnownModels(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The failure with the names of models, those that look alike first; as it was when there is no list. */
    Failure named(Failure failure, String wanted, Duration left) {
        try {
            HttpTimeouts limits = endpoint.timeouts().withTotal(left.compareTo(PATIENCE) < 0 ? left : PATIENCE);
            List<ModelInfo> models = new Probes(endpoint).models(limits);
            String names = models.stream()
                    .map(ModelInfo::id)
                    .sorted(Comparator.comparingInt((String id) -> -alike(id, wanted)))
                    .limit(SHOWN)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? failure : failure.withMessage(failure.message() + "; it has " + names);
        } catch (AttemptFailed e) {
            return failure;
        }
    }

    /** The length of the longest beginning of the wanted name, by three letters and more, that the other one holds. */
    private static int alike(String id, String wanted) {
        String one = id.toLowerCase(Locale.ROOT);
        String other = wanted.toLowerCase(Locale.ROOT);
        int length = other.length();
        while (length >= 3 && !one.contains(other.substring(0, length))) {
            length--;
        }
        return length;
    }
}
