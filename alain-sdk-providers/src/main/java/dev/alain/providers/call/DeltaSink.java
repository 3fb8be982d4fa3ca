package dev.alain.providers.call;

/** Takes an answer while it comes. */
interface DeltaSink {
    /** Wants the whole answer only. */
    DeltaSink NONE = new DeltaSink() {
        @Override
        public boolean wanted() {
            return false;
        }

        @Override
        public void delta(String text, String reasoning) {}
    };

    /** Whether pieces are wanted. */
    boolean wanted();

    /**
     * More of the answer; may wait until it can be taken.
     *
     * @throws InterruptedException if nobody will take it any more
     */
    void delta(String text, String reasoning) throws InterruptedException;
}
