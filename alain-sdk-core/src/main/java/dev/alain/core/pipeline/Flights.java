package dev.alain.core.pipeline;

import dev.alain.stage.StageKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that many who want the result of one key make it once. Nobody waits: those who come later are called. */
final class Flights {
    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);
    private static final int MOST_UNSHARED = 1_000;

    private final Map<StageKey, List<Runnable>> waiting = new HashMap<>();

    /** Keys whose last result held for its own run only: waiting for one another brings nothing there. */
    private final Set<StageKey> unshared = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StageKey, Boolean> eldest) {
            return size() > MOST_UNSHARED;
        }
    });

    /** Whether the caller may make the result; else {@code whenFree} is run once somebody else has. */
    synchronized boolean enter(StageKey key, Runnable whenFree) {
        List<Runnable> others = waiting.get(key);
        if (others == null || unshared.contains(key)) {
            waiting.putIfAbsent(key, new ArrayList<>());
            return true;
        }
        others.add(whenFree);
        return false;
    }

    /**
     * Calls the others; the result is stored by now, or there is none.
     *
     * @param shared whether what was made holds for them too
     */
    void leave(StageKey key, boolean shared) {
        List<Runnable> others;
        synchronized (this) {
            others = waiting.remove(key);
            if (shared) {
                unshared.remove(key);
            } else {
                unshared.add(key);
            }
        }
        if (others != null) {
            others.forEach(Flights::call);
        }
    }

    private static void call(Runnable other) {
        try {
            other.run();
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "a run that waited for another could not go on: {}",
                    e.getClass().getName());
        }
    }
}
