package dev.alain.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.RunException;
import dev.alain.stage.StageKey;
import dev.alain.store.RunFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileArtifactStoreTest {
    private static final StageKey KEY = new StageKey("ab".repeat(32));
    private static final byte[] CONTENT = "{\"x\":1}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    @Test
    void keepsTheFirstResultUnderAKey() {
        FileArtifactStore store = new FileArtifactStore(root);
        store.save(KEY, CONTENT);
        store.save(KEY, "other".getBytes(StandardCharsets.UTF_8));

        assertThat(store.result(KEY))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(CONTENT));
        assertThat(root.resolve(".store/ab/" + KEY.hex() + ".json")).exists();
    }

    @Test
    void takesADamagedResultForMissingAndMendsIt() throws IOException {
        FileArtifactStore store = new FileArtifactStore(root);
        store.save(KEY, CONTENT);
        Path file = root.resolve(".store/ab/" + KEY.hex() + ".json");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2] ^= 1;
        Files.write(file, bytes);

        assertThat(store.result(KEY)).isEmpty();
        store.save(KEY, CONTENT);
        assertThat(store.result(KEY)).isPresent();
    }

    @Test
    void takesAFolderWithDotsInItsPath() {
        FileArtifactStore store = new FileArtifactStore(root.resolve("./a/../out"));
        try (RunFiles run = store.create("0a1b2c3d", "acme/tiny", Instant.EPOCH)) {
            run.write("sections/01.json", CONTENT);
            assertThat(run.names()).containsExactly("sections/01.json");
        }
        store.open("0a1b2c3d").close();
    }

    @Test
    void closesARunOnceAndOnlyItsOwn() {
        FileArtifactStore store = new FileArtifactStore(root);
        RunFiles first = store.create("0a1b2c3d", "acme/tiny", Instant.EPOCH);
        first.close();
        try (RunFiles second = store.open("0a1b2c3d")) {
            first.close();
            assertThatThrownBy(() -> store.open("0a1b2c3d")).hasMessageContaining("elsewhere");
            assertThat(second.runId()).isEqualTo("0a1b2c3d");
        }
    }

    @Test
    void letsOneAtATimeWorkOnARun() {
        FileArtifactStore store = new FileArtifactStore(root);
        try (RunFiles first = store.create("0a1b2c3d", "acme/tiny", Instant.EPOCH)) {
            assertThat(first.folder().orElseThrow()).isEqualTo(root.resolve("acme-tiny/19700101-000000-0a1b2c3d"));
            assertThatThrownBy(() -> store.open("0a1b2c3d"))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("elsewhere");
        }
        store.open("0a1b2c3d").close();
    }

    @Test
    void leavesNoTemporaryFileAndNeverLeavesTheFolder() throws IOException {
        FileArtifactStore store = new FileArtifactStore(root);
        try (RunFiles run = store.create("0a1b2c3d", "x", Instant.EPOCH)) {
            run.write("sections/01.json", CONTENT);

            assertThat(run.names()).containsExactly("sections/01.json");
            assertThatThrownBy(() -> run.write("../../evil", CONTENT)).isInstanceOf(IllegalArgumentException.class);
        }
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void saysWhenThereIsNoSuchRun() {
        assertThatThrownBy(() -> new FileArtifactStore(root).open("../../etc"))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("there is no run");
    }
}
