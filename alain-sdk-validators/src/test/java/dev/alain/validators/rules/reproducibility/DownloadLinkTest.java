package dev.alain.validators.rules.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DownloadLinkTest {
    @Test
    void findsAddressesInAText() {
        List<DownloadLink> links = DownloadLink.in("wget 'http://a.org/x.zip' && curl -O https://b.org/y; httpx");

        assertThat(links).extracting(DownloadLink::url).containsExactly("http://a.org/x.zip", "https://b.org/y");
    }

    @Test
    void anAddressThatIsNoneHasNoFault() {
        for (String url : List.of(
                "http://", "http://[", "http://a b", "http://%zz/x.zip", "https://raw.githubusercontent.com/a")) {
            assertThat(new DownloadLink(url, 0).fault(true)).as(url).isEmpty();
            assertThat(new DownloadLink(url, 0).canBeHttps()).as(url).isFalse();
        }
    }

    @Test
    void ownNetworksNeedNoTls() {
        for (String url : List.of("http://localhost:8000/x.zip", "http://10.0.0.3/x.zip", "http://host/x.zip")) {
            assertThat(new DownloadLink(url, 0).fault(true)).as(url).isEmpty();
        }
    }

    @Test
    void aCommitIsNoBranch() {
        String commit = "https://raw.githubusercontent.com/o/r/0123456789abcdef0123456789abcdef01234567/a.csv";

        assertThat(new DownloadLink(commit, 0).fault(true)).isEmpty();
        assertThat(new DownloadLink(commit.replaceFirst("0123.*67/", "refs/heads/x/"), 0).fault(true))
                .isPresent();
    }
}
