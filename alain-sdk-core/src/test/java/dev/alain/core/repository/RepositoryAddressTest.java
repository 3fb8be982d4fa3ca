package dev.alain.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RepositoryAddressTest {
    private static final Set<String> HOSTS = Set.of("github.com", "gitlab.example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://github.com/a/b",
                "git://github.com/a/b",
                "ssh://git@github.com/a/b",
                "git@github.com:a/b.git",
                "file:///etc",
                "ftp://github.com/a/b",
                "ext::sh -c id",
                "https:/github.com/a/b",
                "HTTPS://github.com/a/b",
                "https://user@github.com/a/b",
                "https://user:pw@github.com/a/b",
                "https://github.com@evil.example/a/b",
                "https://evil.example/a/b",
                "https://github.com.evil.example/a/b",
                "https://evilgithub.com/a/b",
                "https://github.com:22/a/b",
                "https://github.com:443/a/b",
                "https://github.com./a/b",
                "https://localhost/a/b",
                "https://127.0.0.1/a/b",
                "https://2130706433/a/b",
                "https://0x7f000001/a/b",
                "https://0x7f.1/a/b",
                "https://0177.0.0.1/a/b",
                "https://[::1]/a/b",
                "https://[::ffff:127.0.0.1]/a/b",
                "https://169.254.169.254/latest/meta-data",
                "https://metadata.google.internal/a/b",
                "https://10.0.0.1/a/b",
                "https://github.com\\@evil.example/a/b",
                "https://github.com%2f@evil.example/a/b",
                "https://github.com/a/b?x=https://evil.example",
                "https://github.com/a/b#x",
                "https://github.com/a/../../b",
                "https://github.com/a/%2e%2e/b",
                "https://github.com/-upload-pack=x/b",
                "https://github.com/a/b/tree/main",
                "https://github.com/a",
                "https://github.com",
                "https:///a/b",
                "https://gіthub.com/a/b",
                "https://github.com/a/b\nHost: evil.example",
                "-oProxyCommand=id/b",
                "a/b/c",
                "a",
                "../b",
                "a/..",
                " a/b",
                "a/b c"
            })
    void refuses(String location) {
        assertThatThrownBy(() -> RemoteAddress.parse(location, HOSTS))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void takesGitHubAndAllowedHosts() {
        assertThat(RemoteAddress.parse("karpathy/minGPT", HOSTS).url())
                .isEqualTo("https://github.com/karpathy/minGPT.git");
        assertThat(RemoteAddress.parse("https://GitHub.com/karpathy/minGPT.git", HOSTS))
                .isEqualTo(new RemoteAddress("github.com", "karpathy/minGPT"));
        assertThat(RemoteAddress.parse("https://gitlab.example.org/group/sub/project/", HOSTS))
                .isEqualTo(new RemoteAddress("gitlab.example.org", "group/sub/project"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0x7f.1",
                "2130706433",
                "localhost",
                "db.localhost",
                "printer.local",
                "x.internal",
                "[::1]",
                "host",
                "",
                "a..example",
                "user@host.example",
                "host.example:8443",
                "-x.example"
            })
    void refusesToAllowAddresses(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryResearch(Set.of(host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "2001:db8::1",
                "::7f00:1",
                "fec0::1"
            })
    void refusesPrivateAddresses(String address) throws UnknownHostException {
        InetAddress one = InetAddress.getByName(address);
        InetAddress open = InetAddress.getByName("140.82.121.4");

        assertThat(PublicAddress.is(one)).isFalse();
        assertThatThrownBy(() -> new RemoteAddress("github.com", "a/b").checkPublic(host -> List.of(open, one)))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"140.82.121.4", "8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:50c0:8000::153", "64:ff9b::808:808"
            })
    void takesPublicAddresses(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-x",
                "--upload-pack=id",
                "a b",
                "a..b",
                "a:b",
                "a~1",
                "a^",
                "@{-1}",
                "/a",
                "a/",
                ".a",
                "a/.b",
                "a.lock",
                "a\\b",
                "a\nb",
                "$(id)",
                "a;b",
                "a*b",
                "\u202ea"
            })
    void refusesRevisions(String revision) {
        assertThatThrownBy(() -> Revision.checked(revision)).isInstanceOf(ResearchException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "main", "v1.0.2", "feature/x-y_z", "release@2024", "0123456789abcdef0123456789abcdef01234567"
            })
    void takesRevisions(String revision) {
        assertThat(Revision.checked(revision)).isEqualTo(revision);
    }
}
