package dev.alain.core.pipeline;

import dev.alain.Budget;
import dev.alain.GenerationEvent;
import dev.alain.core.teach.Desk;
import dev.alain.core.teach.Ledger;
import dev.alain.stage.StageKey;
import dev.alain.stage.StageTask;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What teachers share with a run in this process. */
final class RunDesk implements Desk {
    private final Ledger ledger;
    private final EventStream events;
    private final BooleanSupplier cancelled;
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private volatile @Nullable RunLog log;
    private volatile @Nullable String lost;

    RunDesk(Ledger ledger, EventStream events, BooleanSupplier cancelled) {
        this.ledger = ledger;
        this.events = events;
        this.cancelled = cancelled;
    }

    /** For a stage that runs outside of any run. */
    static RunDesk alone() {
        return new RunDesk(new Ledger(Budget.defaults(), Clock.systemUTC()), EventStream.silent(), () -> false);
    }

    /** The work begins, and with it the time of its budget; replies that cannot be read are kept there. */
    void begin(RunLog value) {
        log = value;
        ledger.start();
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    /** Where an earlier try of this run stored a result: its source may have changed or gone since. */
    Optional<StageKey> earlierKey(StageTask task) {
        return Optional.ofNullable(log).flatMap(files -> files.earlierKey(task.name()));
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void keepRaw(String name, String text) {
        Optional.ofNullable(log)
                .ifPresent(files -> files.writeNow("raw/" + name, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void called(Call call) {
        var details = EventStream.details().put("about", call.about()).put("attempt", call.attempt());
        details.put("model", call.model()).put("input_tokens", call.inputTokens());
        details.put("output_tokens", call.outputTokens()).put("outcome", call.outcome());
        details.put("calls", ledger.calls()).put("tokens", ledger.tokens());
        String message = call.about() + ", attempt " + call.attempt() + ": " + call.outcome();
        events.emit(GenerationEvent.TEACHER_CALL, "Section Scribe", message, 0, details);
    }

    @Override
    public boolean isRefused(int place) {
        return refused.contains(place);
    }

    @Override
    public void refuse(int place) {
        refused.add(place);
    }

    @Override
    public Optional<String> lost() {
        return Optional.ofNullable(lost);
    }

    @Override
    public void lose(String reason) {
        lost = reason;
    }
}
