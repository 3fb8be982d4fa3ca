package dev.alain.providers.transport;

/** What OkHttp tells of one call while it is under way; travels with the request. */
final class CallTrace {
    private volatile Runnable onConnected = () -> {};
    private volatile boolean reused;

    void whenConnected(Runnable notice) {
        onConnected = notice;
    }

    void connected(boolean usedBefore) {
        reused = usedBefore;
        onConnected.run();
    }

    /** Whether the connection had served another request before. */
    boolean reused() {
        return reused;
    }
}
