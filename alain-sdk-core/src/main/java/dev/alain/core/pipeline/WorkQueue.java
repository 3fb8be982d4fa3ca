package dev.alain.core.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Decides what is done next among many generations: tenants take turns, then the oldest generation, then its deepest
 * stage. So few generations are half done at any time, and the first notebooks come early. Thread-safe.
 *
 * @param <J> the jobs
 */
final class WorkQueue<J extends WorkQueue.Job> {
    private static final Comparator<Job> ORDER = Comparator.comparingLong(Job::generation)
            .thenComparing(Comparator.comparingInt(Job::depth).reversed())
            .thenComparingInt(Job::step);

    /** Something to do, which needs a permit. */
    interface Job {
        /** Who asked for it. */
        String tenant();

        /** The number of its generation; older ones have lower numbers. */
        long generation();

        /** How far along its generation it is. */
        int depth();

        /** Its place among its likes. */
        int step();

        /**
         * Begins it; called without a lock held, and returns soon.
         *
         * @return false when it was put back, because nobody takes work at the moment
         */
        boolean begin();
    }

    /** Tenants in the order of their turns: whoever was served goes to the end. */
    private final Map<String, PriorityQueue<J>> waiting = new LinkedHashMap<>();

    private final Set<Thread> beginning = ConcurrentHashMap.newKeySet();
    private int permits;
    private int underWay;
    private boolean closed;

    /**
     * @param permits how many jobs may be under way at once
     */
    WorkQueue(int permits) {
        this.permits = permits;
    }

    /** Adds jobs and begins what there are permits for. */
    void add(List<J> jobs) {
        synchronized (this) {
            for (J job : jobs) {
                waiting.computeIfAbsent(job.tenant(), unused -> new PriorityQueue<>(ORDER))
                        .add(job);
            }
        }
        begin();
    }

    /** Gives a permit back. */
    void done() {
        synchronized (this) {
            permits++;
            underWay--;
        }
        begin();
    }

    /**
     * Takes a job back that could not begin, to try again when another one is done.
     *
     * @return false when no other one is under way, so that nobody would try again
     */
    synchronized boolean putBack(J job) {
        if (underWay <= 1 || closed) {
            return false;
        }
        permits++;
        underWay--;
        waiting.computeIfAbsent(job.tenant(), unused -> new PriorityQueue<>(ORDER))
                .add(job);
        return true;
    }

    /** Forgets what waits and begins nothing any more. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /** Takes jobs out that have not begun. */
    synchronized List<J> remove(Predicate<J> unwanted) {
        List<J> removed = new ArrayList<>();
        waiting.values().forEach(jobs -> jobs.removeIf(job -> unwanted.test(job) && removed.add(job)));
        waiting.values().removeIf(PriorityQueue::isEmpty);
        return removed;
    }

    /** A job that runs within its beginning gives its permit back here: then the loop around it goes on. */
    private void begin() {
        if (!beginning.add(Thread.currentThread())) {
            return;
        }
        try {
            boolean taken = true;
            for (Optional<J> next = next(); next.isPresent(); next = taken ? next() : Optional.empty()) {
                taken = next.get().begin();
            }
        } finally {
            beginning.remove(Thread.currentThread());
        }
    }

    private synchronized Optional<J> next() {
        if (closed || permits == 0 || waiting.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, PriorityQueue<J>> turn = waiting.entrySet().iterator().next();
        String tenant = turn.getKey();
        PriorityQueue<J> jobs = turn.getValue();
        waiting.remove(tenant);
        J job = jobs.remove();
        if (!jobs.isEmpty()) {
            waiting.put(tenant, jobs);
        }
        permits--;
        underWay++;
        return Optional.of(job);
    }
}
