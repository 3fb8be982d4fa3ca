package dev.alain.providers.thread;

import java.time.Duration;

/** Time that only moves forward, and work that is done later. Thread-safe. */
public interface Timer {
    /** Nanoseconds since some moment. */
    long nanos();

    /** Does short work after a while; never blocks. */
    Alarm after(Duration wait, Runnable work);

    /** Work that is to come. */
    @FunctionalInterface
    interface Alarm {
        /** Nothing is to come. */
        Alarm NONE = () -> {};

        /** Forgets the work unless it began. */
        void cancel();
    }
}
