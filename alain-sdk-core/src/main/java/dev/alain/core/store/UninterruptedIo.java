package dev.alain.core.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Finishes I/O although the thread is interrupted, and keeps the interrupt for later.
 *
 * <p>An interrupt closes NIO channels in the middle of a write; what is being stored must be stored all the same.
 */
final class UninterruptedIo {
    private UninterruptedIo() {}

    /** I/O that can be done again from its start. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    static <T> T run(Call<T> call) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return call.run();
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
