package dev.alain.core.store;

import dev.alain.testkit.StoreConformance;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class StoreConformanceTest {
    @TempDir
    Path root;

    @TestFactory
    Stream<DynamicTest> aFolderKeepsTheContractOfStores() {
        AtomicInteger number = new AtomicInteger();
        return checks(
                StoreConformance.of(() -> new FileArtifactStore(root.resolve("store-" + number.incrementAndGet()))));
    }

    @TestFactory
    Stream<DynamicTest> memoryKeepsTheContractOfStores() {
        return checks(StoreConformance.of(MemoryArtifactStore::new));
    }

    private static Stream<DynamicTest> checks(StoreConformance conformance) {
        return conformance.checks().stream().map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }
}
