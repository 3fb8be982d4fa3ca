package dev.alain;

/**
 * Is told what happens in a generation.
 *
 * <p>Called from the threads that do the work, one event at a time for one run; return quickly. A listener that throws
 * is dropped for the rest of the run and does not disturb it.
 */
@FunctionalInterface
public interface GenerationListener {
    /** Takes one event. */
    void onEvent(GenerationEvent event);

    /** Hears nothing. */
    static GenerationListener none() {
        return event -> {};
    }

    /** This listener, then another. */
    default GenerationListener and(GenerationListener next) {
        return event -> {
            onEvent(event);
            next.onEvent(event);
        };
    }
}
