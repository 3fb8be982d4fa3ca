package dev.alain.testkit;

import dev.alain.RunException;
import dev.alain.stage.StageKey;
import dev.alain.store.ArtifactStore;
import dev.alain.store.RunFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What every {@link ArtifactStore} has to keep to, as checks that any test framework can run.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContractOfStores() {
 *     return StoreConformance.of(() -> new MyStore()).checks().stream()
 *             .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
 * }
 * }</pre>
 */
public final class StoreConformance {
    private static final StageKey KEY = new StageKey("ab".repeat(32));
    private static final StageKey OTHER = new StageKey("cd".repeat(32));

    /** A rule of stores. */
    public static final class Check {
        private final String name;
        private final Runnable work;

        private Check(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        /** The rule, as a sentence. */
        public String name() {
            return name;
        }

        /**
         * Checks it on a fresh store.
         *
         * @throws AssertionError if the store does not keep to it
         */
        public void run() {
            work.run();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Supplier<ArtifactStore> stores;
    private final List<Check> checks = new ArrayList<>();

    private StoreConformance(Supplier<ArtifactStore> stores) {
        this.stores = stores;
        add("a result that nobody stored is not there", this::missing);
        add("a result is given back byte for byte, whatever is in it", this::roundTrip);
        add("the first result under a key stays", this::firstStays);
        add("what is given back can be changed without harm", this::copies);
        add("of many who store at once one wins, and all see it", this::race);
        add("a file of a run is given back, and replaced as a whole", this::files);
        add("many files are written as each would be", this::manyFiles);
        add("a file name cannot leave its run", this::escapes);
        add("a run that exists is opened by its id with its files", this::opens);
        add("a run that does not exist is told so", this::unknownRun);
        add("closing a run twice does nothing", this::closesTwice);
        add("an interrupt does not break a write, and is kept", this::interrupt);
    }

    /** The checks for stores that a supplier makes: each call an empty one. */
    public static StoreConformance of(Supplier<ArtifactStore> stores) {
        return new StoreConformance(stores);
    }

    /** All checks; each opens a store of its own and closes it. */
    public List<Check> checks() {
        return List.copyOf(checks);
    }

    private interface OnStore {
        void check(ArtifactStore store) throws InterruptedException;
    }

    private void add(String name, OnStore work) {
        checks.add(new Check(name, () -> {
            try (ArtifactStore store = stores.get()) {
                work.check(store);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static void same(Optional<byte[]> found, byte[] expected) {
        require(found.isPresent(), "nothing was given back");
        require(Arrays.equals(found.get(), expected), "other bytes were given back");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void missing(ArtifactStore store) {
        require(store.result(KEY).isEmpty(), "there is a result");
    }

    private void roundTrip(ArtifactStore store) {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        store.save(KEY, all);
        store.save(OTHER, new byte[0]);
        same(store.result(KEY), all);
        same(store.result(OTHER), new byte[0]);
    }

    private void firstStays(ArtifactStore store) {
        store.save(KEY, bytes("first"));
        store.save(KEY, bytes("second"));
        same(store.result(KEY), bytes("first"));
    }

    private void copies(ArtifactStore store) {
        byte[] content = bytes("content");
        store.save(KEY, content);
        content[0] = 'X';
        store.result(KEY).orElseThrow()[1] = 'Y';
        same(store.result(KEY), bytes("content"));
    }

    private void race(ArtifactStore store) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] content = bytes("by " + i);
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                    store.save(KEY, content);
                    require(store.result(KEY).isPresent(), "nothing after a save");
                } catch (InterruptedException | RuntimeException | Error e) {
                    failure.set(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        require(failure.get() == null, "a save failed: " + failure.get());
        byte[] last = store.result(KEY).orElseThrow();
        require(new String(last, StandardCharsets.UTF_8).matches("by \\d"), "a mixture was stored");
    }

    private void files(ArtifactStore store) {
        try (RunFiles run = store.create("0a1b2c3d4e5f", "acme/tiny", Instant.EPOCH)) {
            require(run.read("a.json").isEmpty(), "there is a file");
            run.write("a.json", bytes("a long first content"));
            run.write("a.json", bytes("short"));
            run.write("sections/01.json", bytes("x"));
            same(run.read("a.json"), bytes("short"));
            require(run.names().containsAll(List.of("a.json", "sections/01.json")), "names are missing");
            require(run.runId().equals("0a1b2c3d4e5f"), "another run id");
        }
    }

    private void manyFiles(ArtifactStore store) {
        try (RunFiles run = store.create("0a1b2c3d4e5f", "acme/tiny", Instant.EPOCH)) {
            run.writeAll(Map.of("a", bytes("1"), "b/c", bytes("2")));
            same(run.read("a"), bytes("1"));
            same(run.read("b/c"), bytes("2"));
        }
    }

    private void escapes(ArtifactStore store) {
        try (RunFiles run = store.create("0a1b2c3d4e5f", "../../etc", Instant.EPOCH)) {
            if (run.folder().isEmpty()) {
                return;
            }
            try {
                run.write("../outside.txt", bytes("x"));
            } catch (IllegalArgumentException e) {
                return;
            }
            throw new AssertionError("a file was written outside of its run");
        }
    }

    private void opens(ArtifactStore store) {
        try (RunFiles run = store.create("0a1b2c3d4e5f", "acme/tiny", Instant.EPOCH)) {
            run.write("manifest.json", bytes("{}"));
        }
        try (RunFiles run = store.open("0a1b2c3d4e5f")) {
            same(run.read("manifest.json"), bytes("{}"));
        }
    }

    private void unknownRun(ArtifactStore store) {
        for (String id : List.of("ffffffffffff", "", "../x", "*")) {
            try {
                store.open(id).close();
            } catch (RunException e) {
                continue;
            }
            throw new AssertionError("a run \"" + id + "\" was opened that nobody made");
        }
    }

    private void closesTwice(ArtifactStore store) {
        RunFiles run = store.create("0a1b2c3d4e5f", "acme/tiny", Instant.EPOCH);
        run.close();
        run.close();
        store.open("0a1b2c3d4e5f").close();
    }

    private void interrupt(ArtifactStore store) {
        Thread.currentThread().interrupt();
        try {
            store.save(KEY, bytes("content"));
            require(Thread.currentThread().isInterrupted(), "the interrupt was lost");
        } finally {
            Thread.interrupted();
        }
        same(store.result(KEY), bytes("content"));
    }
}
