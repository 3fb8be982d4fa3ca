package dev.alain.providers.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.ResponseFormat;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.dialect.Dialect;
import dev.alain.providers.json.JsonText;
import dev.alain.providers.vendor.StructuredOutput;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** What an endpoint has taught us of its models. Thread-safe. */
public final class Learned {
    /** One stray answer may be chance. */
    private static final int PROOF = 2;

    private final Map<String, Asking> ways = new ConcurrentHashMap<>();
    private final Map<String, Integer> ignored = new ConcurrentHashMap<>();
    private final Map<String, Integer> windows = new ConcurrentHashMap<>();
    private final Map<String, OptionalInt> contexts = new ConcurrentHashMap<>();

    /** How to ask, by what was learned of the model. */
    public Asking best(Asking first) {
        Asking known = ways.get(first.model());
        if (known == null) {
            return first;
        }
        Asking best = first.withWay(known.way()).withTokenField(known.tokenField());
        best = best.thinking().isPresent() ? best : best.withThinking(known.thinking());
        best = known.sampling() ? best : best.withoutSampling();
        return known.streamUsage() ? best : best.withoutStreamUsage();
    }

    /** This way of asking was accepted where the last one was not. */
    void accepted(Asking asking) {
        ways.put(asking.model(), asking);
    }

    /** Looks whether an answer is of the shape asked for; what is ignored twice running is not asked for again. */
    void judge(ChatRequest request, Asking asking, Dialect dialect, ChatReply reply) {
        if (asking.way() == StructuredOutput.PROMPT || dialect.heldBy(request, asking) != asking.way()) {
            return;
        }
        if (follows(request.responseFormat(), reply.text())) {
            ignored.remove(asking.model());
        } else if (ignored.merge(asking.model(), 1, Integer::sum) >= PROOF) {
            ignored.remove(asking.model());
            dialect.weaker(request, asking).map(Asking::lesson).ifPresent(this::accepted);
        }
    }

    /** How the model is held to a shape now; as given when nothing was learned. */
    public StructuredOutput way(String model, StructuredOutput unlearned) {
        Asking known = ways.get(model);
        return known == null ? unlearned : known.way();
    }

    /** The context length of a model, if it is known. */
    public OptionalInt context(String model) {
        return contexts.getOrDefault(model, OptionalInt.empty());
    }

    /** Whether it was asked for, whatever came of it. */
    boolean contextAsked(String model) {
        return contexts.containsKey(model);
    }

    /** The context length of a model. */
    public void context(String model, OptionalInt length) {
        contexts.put(model, length);
    }

    /** The context to reserve: never less than before, since every change loads the model again. */
    int window(String model, int tokens) {
        return windows.merge(model, tokens, Math::max);
    }

    /** The top level only: who asked validates the rest. */
    private static boolean follows(ResponseFormat format, String text) {
        JsonNode value = JsonText.read(text).orElse(null);
        if (value == null) {
            return false;
        }
        if (!(format instanceof ResponseFormat.JsonSchema wanted)) {
            return value.isObject();
        }
        for (JsonNode name : wanted.schema().path("required")) {
            if (!value.has(name.asText())) {
                return false;
            }
        }
        return true;
    }
}
