package dev.alain.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clones of real repositories; file: URLs stand for hosts. */
final class RepositoryRemoteTest {
    private static final RepositoryLimits LIMITS = RepositoryLimits.DEFAULT;

    @TempDir
    Path folder;

    private Path temporary;
    private BareRepository repository;

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        repository = new BareRepository(folder.resolve("origin"));
    }

    private GitRemote remote(RepositoryLimits limits, LongSupplier clock) {
        return new GitRemote(repository.url(), "github.com", "ada/engine", limits, clock, temporary);
    }

    private Dossier research(String revision, RepositoryLimits limits) {
        return remote(limits, () -> 0)
                .read(
                        revision,
                        tree -> RepositoryDossier.write(tree, "engine", "https://github.com/ada/engine", limits));
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void readsTheDefaultBranch() throws IOException {
        String commit = repository
                .file("README.md", "# Engine\n\nAn analytical engine that computes Bernoulli numbers from cards.\n")
                .file("requirements.txt", "Torch>=2\n")
                .commit("main");

        Dossier dossier = research("", LIMITS);

        assertThat(dossier.name()).isEqualTo("engine");
        assertThat(dossier.value(Fact.REVISION)).hasValue(commit);
        assertThat(dossier.value(Fact.SUMMARY))
                .hasValueSatisfying(text -> assertThat(text).contains("Bernoulli"));
        assertThat(dossier.values(Fact.REQUIREMENT)).containsExactly("torch");
        SourceRef list = dossier.sources().stream()
                .filter(source -> source.id().equals("requirements.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(list.url()).isEqualTo("https://github.com/ada/engine/blob/" + commit + "/requirements.txt");
        assertThat(list.revision()).isEqualTo(commit);
        assertThat(list.sha256()).hasSize(64);
        assertNothingIsLeft();
    }

    @Test
    void readsBranchesTagsAndCommits() {
        String first = repository
                .file("README.md", "# First\n\nThe first of all the engines, made of brass.\n")
                .commit("main");
        String second = repository
                .file("README.md", "# Second\n\nThe second of the engines, made of steel.\n")
                .commit("next");
        repository.tag("v1", first);

        assertThat(research("next", LIMITS).value(Fact.REVISION)).hasValue(second);
        assertThat(research("v1", LIMITS).value(Fact.REVISION)).hasValue(first);
        assertThat(research(second, LIMITS).value(Fact.REVISION)).hasValue(second);
        assertThat(remote(LIMITS, () -> 0).commit("v1")).isEqualTo(first);
        assertThat(remote(LIMITS, () -> 0).commit("")).isEqualTo(first);
    }

    @Test
    void sameCommitGivesTheSameBytes() throws JsonProcessingException {
        repository
                .file("README.md", "# E\n\n```python\nimport torch\nprint(torch.ones(2))\n```\n")
                .file("b.py", "import numpy\n")
                .file("a.py", "import pandas\n")
                .commit("main");
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.writeValueAsString(research("", LIMITS)))
                .isEqualTo(mapper.writeValueAsString(research("", LIMITS)));
    }

    @Test
    void saysThatARevisionOrARepositoryIsMissing() throws IOException {
        repository.file("README.md", "# E").commit("main");

        assertThatThrownBy(() -> research("nowhere", LIMITS))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> research("a".repeat(40), LIMITS)).isInstanceOf(ResearchException.class);
        GitRemote gone = new GitRemote(
                folder.resolve("gone").toUri().toString(), "github.com", "ada/gone", LIMITS, () -> 0, temporary);
        assertThatThrownBy(() -> gone.commit(""))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
        assertNothingIsLeft();
    }

    @Test
    void reportsLinksSubmodulesAndPointers() {
        repository
                .file("README.md", "# Engine\n\nAn analytical engine that computes Bernoulli numbers.\n")
                .link("passwords.txt", "/etc/passwd")
                .link("requirements.txt", "../../secret.txt")
                .submodule("third_party/mill")
                .file("model.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1234\n")
                .file("setup.py", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 99\n")
                .commit("main");

        Dossier dossier = research("", LIMITS);

        assertThat(dossier.values("symbolic_link")).containsExactly("passwords.txt", "requirements.txt");
        assertThat(dossier.values("submodule")).containsExactly("third_party/mill");
        assertThat(dossier.values("lfs_file")).containsExactly("model.safetensors (1234 bytes)");
        assertThat(dossier.missing()).containsExactly("setup.py");
        assertThat(dossier.warnings()).anyMatch(text -> text.contains("Git LFS"));
        assertThat(dossier.values(Fact.REQUIREMENT)).isEmpty();
    }

    @Test
    void leavesLargeFilesOut() {
        byte[] large = new byte[3 << 20];
        new Random(7).nextBytes(large);
        repository
                .file("README.md", "# Engine\n\nAn analytical engine that computes Bernoulli numbers.\n")
                .file("requirements.txt", large)
                .commit("main");
        // A filter of the clone, and without one the limit of reading.
        RepositoryLimits small =
                new RepositoryLimits(Duration.ofSeconds(60), 1 << 20, 1 << 16, 100, 32, 1 << 20, 5 << 20);

        for (RepositoryLimits limits : new RepositoryLimits[] {small, LIMITS}) {
            Dossier dossier = research("", limits);
            assertThat(dossier.missing()).containsExactly("requirements.txt");
        }
    }

    @Test
    void stopsAtTheCapOfThePack() throws IOException {
        byte[] large = new byte[900_000];
        new Random(7).nextBytes(large);
        repository.file("README.md", "# Engine").file("big.bin", large).commit("main");
        RepositoryLimits small =
                new RepositoryLimits(Duration.ofSeconds(60), 1 << 18, 1 << 20, 100, 32, 1 << 20, 5 << 20);

        assertThatThrownBy(() -> research("", small))
                .isInstanceOf(ResearchException.class)
                .hasMessageContaining("brought more than");
        assertNothingIsLeft();
    }

    @Test
    void stopsWhenTheTimeIsOver() throws IOException {
        repository.file("README.md", "# Engine").commit("main");
        AtomicLong clock = new AtomicLong();
        LongSupplier leaping = () -> clock.getAndAdd(Duration.ofSeconds(40).toNanos());

        assertThatThrownBy(() -> remote(LIMITS, leaping).read("", RepositoryTree::commit))
                .isInstanceOf(ResearchException.class)
                .hasMessageContaining("longer than 60 seconds");
        assertNothingIsLeft();
    }

    @Test
    void anInterruptEndsTheFetch() throws IOException {
        repository.file("README.md", "# Engine").commit("main");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> research("", LIMITS))
                    .isInstanceOf(ResearchException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertNothingIsLeft();
    }

    @Test
    void deletesTheCloneWhenReadingFails() throws IOException {
        repository.file("README.md", "# Engine").commit("main");

        assertThatThrownBy(() -> remote(LIMITS, () -> 0).read("", tree -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertNothingIsLeft();
    }

    @Test
    void looksNeitherTooDeepNorAtTooMuch() {
        repository.file("README.md", "# Engine\n\nAn analytical engine that computes Bernoulli numbers.\n");
        repository.file("d/".repeat(60) + "deep.py", "import torch\n");
        for (int i = 0; i < 50; i++) {
            repository.file("many/" + i + ".txt", "x");
        }
        repository.commit("main");
        RepositoryLimits few = new RepositoryLimits(Duration.ofSeconds(60), 1 << 20, 1 << 20, 20, 32, 1 << 20, 5 << 20);

        assertThat(research("", LIMITS).warnings()).anyMatch(text -> text.contains("deeper folders"));
        List<TreeEntry> listed = remote(few, () -> 0).read("", RepositoryTree::entries);
        assertThat(listed).hasSize(20);
    }
}
