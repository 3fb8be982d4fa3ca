package dev.alain.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.core.MeasuredFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** The order of work, under a clock that only this test moves. */
final class WorkQueueTest {
    private static final int SECTIONS = 8;
    private static final double OUTLINE = 20;
    private static final double SECTION = 25;

    private final PriorityQueue<Call> underWay = new PriorityQueue<>((a, b) -> Double.compare(a.end, b.end));
    private final Map<Long, Integer> written = new HashMap<>();
    private final Map<Long, Double> finished = new HashMap<>();
    private WorkQueue<Call> queue = new WorkQueue<>(1);
    private double now;
    private int halfDone;
    private int mostHalfDone;

    /** A call in simulated time. */
    private final class Call implements WorkQueue.Job {
        private final String tenant;
        private final long generation;
        private final int depth;
        private final int step;
        private double end;

        Call(String tenant, long generation, int depth, int step) {
            this.tenant = tenant;
            this.generation = generation;
            this.depth = depth;
            this.step = step;
        }

        @Override
        public String tenant() {
            return tenant;
        }

        @Override
        public long generation() {
            return generation;
        }

        @Override
        public int depth() {
            return depth;
        }

        @Override
        public int step() {
            return step;
        }

        @Override
        public boolean begin() {
            end = now + (depth == 1 ? OUTLINE : SECTION);
            halfDone += depth == 1 ? 1 : 0;
            mostHalfDone = Math.max(mostHalfDone, halfDone);
            return underWay.add(this);
        }
    }

    private void simulate(int permits, Map<String, Integer> tenants) {
        queue = new WorkQueue<>(permits);
        List<Call> outlines = new ArrayList<>();
        long number = 0;
        for (Map.Entry<String, Integer> tenant : tenants.entrySet()) {
            for (int i = 0; i < tenant.getValue(); i++) {
                outlines.add(new Call(tenant.getKey(), ++number, 1, 0));
            }
        }
        queue.add(outlines);
        while (!underWay.isEmpty()) {
            Call call = underWay.remove();
            now = call.end;
            queue.add(next(call));
            queue.done();
        }
    }

    private List<Call> next(Call done) {
        if (done.depth == 1) {
            List<Call> sections = new ArrayList<>();
            for (int i = 1; i <= SECTIONS; i++) {
                sections.add(new Call(done.tenant, done.generation, 2, i));
            }
            return sections;
        }
        if (written.merge(done.generation, 1, Integer::sum) == SECTIONS) {
            finished.put(done.generation, now);
            halfDone--;
        }
        return List.of();
    }

    @Test
    void finishesTheFirstNotebooksEarlyAndWastesNoPermit() {
        simulate(256, Map.of("a", 10_000));

        double bound = 10_000 * (OUTLINE + SECTIONS * SECTION) / 256;
        assertThat(now).isLessThan(1.01 * bound);
        assertThat(finished.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElseThrow())
                .isLessThan(100);
        assertThat(mostHalfDone).isLessThanOrEqualTo(300);
    }

    @Test
    void letsSmallTenantsFinishWithinTheirShare() throws Exception {
        Map<String, Integer> tenants = new java.util.LinkedHashMap<>();
        tenants.put("large", 9_000);
        tenants.put("small", 500);
        tenants.put("other", 500);
        simulate(256, tenants);

        double share = 3 * 500 * (OUTLINE + SECTIONS * SECTION) / 256;
        double small = last(9_001, 9_500);
        double other = last(9_501, 10_000);
        MeasuredFigures.note(
                "tenants", "%.0f s and %.0f s, fair share %.0f s, all %.0f s".formatted(small, other, share, now));
        assertThat(Math.max(small, other)).isLessThan(1.2 * share);
    }

    private double last(long from, long to) {
        double last = 0;
        for (long number = from; number <= to; number++) {
            last = Math.max(last, finished.get(number));
        }
        return last;
    }

    @Test
    void beginsDeeperWorkOfTheSameGenerationFirst() {
        List<String> order = new ArrayList<>();
        WorkQueue<WorkQueue.Job> one = new WorkQueue<>(1);
        one.add(List.of(job("a", 1, 1, order)));
        one.add(List.of(job("a", 2, 1, order), job("a", 1, 3, order), job("a", 1, 2, order), job("b", 9, 1, order)));
        for (int i = 0; i < 5; i++) {
            one.done();
        }

        assertThat(order).containsExactly("a1.1", "a1.3", "b9.1", "a1.2", "a2.1");
    }

    private static WorkQueue.Job job(String tenant, long generation, int depth, List<String> order) {
        return new WorkQueue.Job() {
            @Override
            public String tenant() {
                return tenant;
            }

            @Override
            public long generation() {
                return generation;
            }

            @Override
            public int depth() {
                return depth;
            }

            @Override
            public int step() {
                return 0;
            }

            @Override
            public boolean begin() {
                return order.add(tenant + generation + "." + depth);
            }
        };
    }
}
