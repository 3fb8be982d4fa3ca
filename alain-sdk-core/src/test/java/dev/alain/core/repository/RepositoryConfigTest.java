package dev.alain.core.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the user configured for git has no effect on us. */
@Isolated
final class RepositoryConfigTest {
    @TempDir
    Path folder;

    @Test
    void theUsersConfigurationIsNotOurs() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        BareRepository origin = new BareRepository(folder.resolve("origin"));
        String commit = origin.file("README.md", "# Engine").commit("main");
        Path config = Files.writeString(folder.resolve("gitconfig"), """
                        [url "file:///nowhere/"]
                          insteadOf = file:///
                          insteadOf = https://
                        [http]
                          sslVerify = false
                          followRedirects = true
                          proxy = http://127.0.0.1:1
                          extraHeader = "Authorization: secret"
                        [credential]
                          helper = store
                        """);
        SystemReader before = SystemReader.getInstance();
        SystemReader.setInstance(new OtherUser(before, config));
        try (CloneStore store = CloneStore.in(temporary, new Allowance(RepositoryLimits.DEFAULT, () -> 0))) {
            StoredConfig ours = store.getConfig();
            assertThat(ours.getSubsections("url")).isEmpty();
            assertThat(ours.getString("http", null, "followRedirects")).isEqualTo("false");
            assertThat(ours.getString("http", null, "sslVerify")).isNull();
            assertThat(ours.getString("http", null, "extraHeader")).isNull();
            assertThat(ours.getString("credential", null, "helper")).isNull();
            assertThat(new RemoteConfig(ours, "x").getURIs()).isEmpty();
            GitRemote remote = new GitRemote(
                    origin.url(), "github.com", "ada/engine", RepositoryLimits.DEFAULT, () -> 0, temporary);
            assertThat(remote.commit("")).isEqualTo(commit);
            String read = remote.read("", RepositoryTree::commit);
            assertThat(read).isEqualTo(commit);
        } finally {
            SystemReader.setInstance(before);
        }
    }

    /** A machine whose user has a configuration of their own. */
    private static final class OtherUser extends SystemReader.Delegate {
        private final Path file;

        OtherUser(SystemReader machine, Path file) {
            super(machine);
            this.file = file;
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new FileBasedConfig(parent, file.toFile(), fs);
        }

        @Override
        public StoredConfig getUserConfig() throws IOException {
            try {
                FileBasedConfig config = new FileBasedConfig(null, file.toFile(), FS.DETECTED);
                config.load();
                return config;
            } catch (org.eclipse.jgit.errors.ConfigInvalidException e) {
                throw new IOException(e);
            }
        }
    }
}
