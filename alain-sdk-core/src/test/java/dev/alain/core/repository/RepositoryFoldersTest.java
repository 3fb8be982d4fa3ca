package dev.alain.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Local clones, plain folders, and life without JGit. */
final class RepositoryFoldersTest {
    private static final String README =
            "# Engine\n\nAn analytical engine that computes Bernoulli numbers from cards.\n";

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void makeFolder() throws IOException {
        project = Files.createDirectory(folder.resolve("engine"));
    }

    private RepositoryResearch with(boolean jgit, HostResolver resolver) {
        return new RepositoryResearch(Set.of(), resolver, RepositoryLimits.DEFAULT, () -> 0, () -> jgit, folder);
    }

    private RepositoryResearch with(boolean jgit) {
        return with(jgit, host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    }

    private static Subject.Repository at(Path path, String revision) {
        return new Subject.Repository(path.toString(), revision);
    }

    private Dossier read(boolean jgit) {
        return with(jgit).research(at(project, ""), ResearchMode.STANDARD);
    }

    @Test
    void readsAPlainFolderWithoutJGit() throws IOException {
        Files.writeString(project.resolve("README.md"), README);
        Files.writeString(project.resolve("requirements.txt"), "torch\n");
        Files.createDirectories(project.resolve(".venv/lib"));
        Files.writeString(project.resolve(".venv/lib/x.py"), "import numpy\n");
        Files.writeString(folder.resolve("secret.md"), "secret");
        Files.createSymbolicLink(project.resolve("setup.py"), folder.resolve("secret.md"));

        Dossier dossier = read(false);

        assertThat(dossier.name()).isEqualTo("engine");
        assertThat(dossier.values(Fact.REQUIREMENT)).containsExactly("torch");
        assertThat(dossier.values("symbolic_link")).containsExactly("setup.py");
        assertThat(dossier.toString()).doesNotContain("secret", folder.toString());
        assertThat(dossier.fact(Fact.REVISION)).isEmpty();
    }

    @Test
    void aPlainFolderHasTheFingerprintOfItsFiles() throws IOException {
        Files.writeString(project.resolve("README.md"), README);
        RepositoryResearch research = with(false);
        String before = research.fingerprint(at(project, ""));

        assertThat(research.fingerprint(at(project, ""))).isEqualTo(before).hasSize(64);
        Files.writeString(project.resolve("README.md"), README + "More.\n");
        String changed = research.fingerprint(at(project, ""));
        assertThat(changed).isNotEqualTo(before);
        Files.writeString(project.resolve("new.txt"), "");
        assertThat(research.fingerprint(at(project, ""))).isNotEqualTo(changed);
    }

    @Test
    void ofALocalCloneItReadsTheCommit() throws IOException, GitAPIException {
        String commit;
        Files.writeString(project.resolve("README.md"), README);
        try (Git git = Git.init().setDirectory(project.toFile()).call()) {
            git.add().addFilepattern(".").call();
            commit = git.commit()
                    .setMessage("first")
                    .setAuthor("Ada", "ada@example.org")
                    .setCommitter("Ada", "ada@example.org")
                    .setSign(false)
                    .call()
                    .name();
        }
        Files.writeString(project.resolve("requirements.txt"), "not-committed\n");

        assertThat(read(true).value(Fact.REVISION)).hasValue(commit);
        assertThat(read(true).values(Fact.REQUIREMENT)).isEmpty();
        assertThat(with(true).fingerprint(at(project, ""))).isEqualTo(commit);
        assertThat(with(true).fingerprint(at(project, commit))).isEqualTo(commit);
        // Without JGit there is still the folder.
        assertThat(read(false).values(Fact.REQUIREMENT)).containsExactly("not-committed");
    }

    @Test
    void readsABareCloneWithPackedRefs() throws IOException {
        BareRepository bare = new BareRepository(folder.resolve("bare.git"));
        String commit = bare.file("README.md", README).commit("main");
        bare.tag("v1", commit);
        Path loose = bare.folder().resolve("refs/tags/v1");
        Files.writeString(
                bare.folder().resolve("packed-refs"),
                "# pack-refs with: peeled fully-peeled sorted\n"
                        + Files.readString(loose).strip() + " refs/tags/v1\n");
        Files.delete(loose);

        assertThat(with(true).fingerprint(at(bare.folder(), "v1"))).isEqualTo(commit);
        assertThat(with(true).fingerprint(at(bare.folder(), "main"))).isEqualTo(commit);
        assertThatThrownBy(() -> with(true).fingerprint(at(bare.folder(), "v2")))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
        assertThatThrownBy(() -> with(false).fingerprint(at(bare.folder(), "")))
                .isInstanceOfSatisfying(
                        ResearchException.class,
                        e -> assertThat(e.remedy()).contains("org.eclipse.jgit:org.eclipse.jgit"));
    }

    @Test
    void aBrokenConfigurationOfTheRepositoryHasNoEffect() throws IOException {
        BareRepository bare = new BareRepository(folder.resolve("bare.git"));
        String commit = bare.file("README.md", README).commit("main");
        Files.writeString(bare.folder().resolve("config"), "[include\n path = /etc/passwd");

        assertThat(with(true).fingerprint(at(bare.folder(), ""))).isEqualTo(commit);
    }

    @Test
    void aRefLeadsNowhereElse() throws IOException {
        BareRepository bare = new BareRepository(folder.resolve("bare.git"));
        String commit = bare.file("README.md", README).commit("main");
        Files.writeString(folder.resolve("outside"), commit);
        Files.writeString(bare.folder().resolve("HEAD"), "ref: ../outside");

        assertThatThrownBy(() -> with(true).fingerprint(at(bare.folder(), ""))).isInstanceOf(ResearchException.class);
    }

    @Test
    void withoutJGitARemoteRepositoryIsRefusedByName() {
        assertThatThrownBy(() ->
                        with(false).research(new Subject.Repository("karpathy/minGPT", ""), ResearchMode.STANDARD))
                .isInstanceOfSatisfying(ResearchException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED);
                    assertThat(e.remedy()).contains("org.eclipse.jgit:org.eclipse.jgit");
                });
    }

    @Test
    void aHostThatLeadsHomeIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> with(true)
                        .research(new Subject.Repository("https://github.com/a/b", ""), ResearchMode.STANDARD))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void withoutTheNetworkNoHostIsAskedFor() {
        AtomicInteger asked = new AtomicInteger();
        HostResolver counting = host -> {
            asked.incrementAndGet();
            return List.of();
        };

        assertThatThrownBy(
                        () -> with(true, counting).research(new Subject.Repository("a/b", ""), ResearchMode.FALLBACK))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
        assertThat(asked).hasValue(0);
    }

    @Test
    void saysWhatIsWrongWithAFolder() {
        for (String location : List.of("./no-such-folder", "/no/such/folder", " ")) {
            assertThatThrownBy(() -> with(true).research(new Subject.Repository(location, ""), ResearchMode.STANDARD))
                    .isInstanceOfSatisfying(
                            ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
        }
        assertThatThrownBy(() -> read(true))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
        assertThatThrownBy(() -> with(true).research(at(project, "main"), ResearchMode.STANDARD))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    @Test
    void takesRepositoriesOnly() {
        RepositoryResearch research = new RepositoryResearch();

        assertThat(research.supports(new Subject.Repository("a/b", ""))).isTrue();
        assertThat(research.supports(new Subject.Dataset("x"))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> research.fingerprint(new Subject.Dataset("x")));
    }
}
