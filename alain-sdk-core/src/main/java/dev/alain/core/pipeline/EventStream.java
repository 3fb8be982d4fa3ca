package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.GenerationEvent;
import dev.alain.GenerationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers the events of one run and hands them on in that order, one at a time. */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final String runId;
    private final List<GenerationListener> listeners;
    private final ReentrantLock order = new ReentrantLock();
    private long sequence;
    private int percent;

    EventStream(String runId, List<GenerationListener> listeners) {
        this.runId = runId;
        this.listeners = new ArrayList<>(listeners);
    }

    /** For work outside of any run. */
    static EventStream silent() {
        return new EventStream("", List.of());
    }

    String runId() {
        return runId;
    }

    static ObjectNode details() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Percentages never go back, whatever order parallel sections end in. */
    void emit(String kind, String label, String message, int reached, ObjectNode details) {
        order.lock();
        try {
            percent = Math.max(percent, reached);
            GenerationEvent event = new GenerationEvent(runId, ++sequence, kind, label, message, percent, details);
            log(event);
            listeners.removeIf(listener -> !deliver(listener, event));
        } finally {
            order.unlock();
        }
    }

    /** One structured line an event; the beginning and the end of a run at INFO, the rest at DEBUG. */
    private void log(GenerationEvent event) {
        boolean ends = event.kind().equals(GenerationEvent.STARTED)
                || event.kind().equals(GenerationEvent.FINISHED)
                || event.kind().equals(GenerationEvent.FAILED);
        if (runId.isEmpty()) {
            return;
        }
        (ends ? LOG.atInfo() : LOG.atDebug())
                .addKeyValue("run", runId)
                .addKeyValue("sequence", event.sequence())
                .addKeyValue("kind", event.kind())
                .addKeyValue("percent", event.percent())
                .log("{}: {}", event.label(), event.message());
    }

    /** A listener is a plug-in: one that throws is dropped and disturbs nothing. */
    private static boolean deliver(GenerationListener listener, GenerationEvent event) {
        try {
            listener.onEvent(event);
            return true;
        } catch (Throwable e) { // a border: a listener's assertion must not end a run
            LOG.warn(
                    "a listener threw {} and hears no more of this run",
                    e.getClass().getName());
            return false;
        }
    }
}
