package dev.alain.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.Secret;
import dev.alain.net.HttpResponse;
import dev.alain.net.TransportException;
import dev.alain.research.HubAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubClientTest {
    private static final HubAccess WITH_TOKEN =
            HubAccess.builder().token(Secret.of("hf_secret")).build();

    private final FakeTime time = new FakeTime();

    @Test
    void followsARenamedModel() {
        FakeHub hub = FakeHub.withTiny()
                .on(
                        "/api/models/tiny",
                        FakeHub.text(
                                307, "Temporary Redirect.", "location", "/api/models/acme/tiny?securityStatus=true"));

        HubInfo info = client(hub, WITH_TOKEN).info("tiny", "", soon());

        assertThat(info.askedId()).isEqualTo("tiny");
        assertThat(info.id()).isEqualTo("acme/tiny");
        assertThat(info.commit()).isEqualTo(FakeHub.COMMIT);
        assertThat(hub.requests()).allMatch(request -> request.headers().containsKey("Authorization"));
    }

    @Test
    void asksForTheSecurityStatusAndAnEscapedRevision() {
        FakeHub hub = new FakeHub()
                .on(FakeHub.INFO + "/revision/refs%2Fpr%2F1", FakeHub.json(200, FakeHub.info("acme/tiny", "")));

        client(hub, HubAccess.defaults()).info("acme/tiny", "refs/pr/1", soon());

        assertThat(hub.last().uri())
                .isEqualTo(URI.create(
                        "https://huggingface.co/api/models/acme/tiny/revision/refs%2Fpr%2F1?securityStatus=true"));
        assertThat(hub.last().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void aFileComesFromTheStorageWithoutTheToken() {
        FakeHub hub = FakeHub.withTiny()
                .on(FakeHub.CARD, FakeHub.text(302, "", "Location", "https://cdn-lfs.hf.co/card?Signature=x"))
                .on("/card", FakeHub.text(200, "# Card"));

        assertThat(card(client(hub, WITH_TOKEN))).isEqualTo("# Card");
        assertThat(hub.requests().get(0).headers()).containsKey("Authorization");
        assertThat(hub.requests().get(1).headers()).doesNotContainKeys("Authorization", "If-None-Match");
    }

    @Test
    void goesNowhereElse() {
        for (String location : List.of(
                "https://evil.example/card",
                "https://hf.co.evil.example/card",
                "https://evilhf.co/card",
                "http://cdn-lfs.hf.co/card",
                "https://cdn-lfs.hf.co:8443/card",
                "https://user@cdn-lfs.hf.co/card",
                "http://169.254.169.254/latest",
                "http://huggingface.co/card",
                "file:///etc/passwd",
                "//evil.example/card",
                "ht tp://",
                "")) {
            FakeHub hub = FakeHub.withTiny().on(FakeHub.CARD, FakeHub.text(302, "", "Location", location));

            assertThatThrownBy(() -> card(client(hub, WITH_TOKEN)))
                    .as(location)
                    .isInstanceOf(ResearchException.class)
                    .hasMessageContaining("not the Hub's");
            assertThat(hub.requests()).as(location).hasSize(1);
        }
    }

    @Test
    void theApiStaysOnItsServer() {
        FakeHub hub = new FakeHub()
                .on(FakeHub.INFO, FakeHub.text(302, "", "Location", "https://cdn-lfs.hf.co/api/models/acme/tiny"));

        assertThatThrownBy(() -> client(hub, WITH_TOKEN).info("acme/tiny", "", soon()))
                .isInstanceOf(ResearchException.class);
        assertThat(hub.requests()).hasSize(1);
    }

    @Test
    void givesUpAfterThreeRedirects() {
        FakeHub hub = new FakeHub().on(FakeHub.INFO, FakeHub.text(307, "", "Location", FakeHub.INFO));

        assertThatThrownBy(() -> client(hub, WITH_TOKEN).info("acme/tiny", "", soon()))
                .hasMessageContaining("more than 3 times");
        assertThat(hub.requests()).hasSize(4);
    }

    @Test
    void triesAgainThreeTimesWithLongerWaits() {
        for (int status : List.of(408, 429, 500, 502, 503, 504)) {
            FakeHub hub = new FakeHub().on(FakeHub.INFO, FakeHub.text(status, ""));
            FakeTime clock = new FakeTime();

            assertThatThrownBy(() -> new HubClient(hub, HubAccess.defaults(), clock, clock)
                            .info("acme/tiny", "", clock.in(Duration.ofSeconds(60))))
                    .isInstanceOf(ResearchException.class)
                    .extracting(e -> ((ResearchException) e).retryable())
                    .isEqualTo(true);
            assertThat(hub.requests()).as("%d", status).hasSize(3);
            assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    @Test
    void aBrokenConnectionIsTriedAgainAndAnUnknownHostIsNot() {
        Queue<FakeHub.Answer> answers = new ArrayDeque<>(List.of(
                broken(TransportException.Kind.BROKEN),
                broken(TransportException.Kind.TOTAL_TIMEOUT),
                request -> FakeHub.json(200, FakeHub.info("acme/tiny", ""))));
        FakeHub hub = new FakeHub().on(FakeHub.INFO, request -> answers.remove().to(request));
        assertThat(client(hub, HubAccess.defaults())
                        .info("acme/tiny", "", soon())
                        .id())
                .isEqualTo("acme/tiny");

        FakeHub nowhere = new FakeHub().on(FakeHub.INFO, broken(TransportException.Kind.UNKNOWN_HOST));
        assertThat(failure(client(nowhere, HubAccess.defaults())).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(nowhere.requests()).hasSize(1);
    }

    @Test
    void neverTriesPastTheDeadline() {
        FakeHub hub = new FakeHub().on(FakeHub.INFO, request -> {
            time.pass(Duration.ofSeconds(5));
            return FakeHub.text(503, "");
        });

        failure(client(hub, HubAccess.defaults()));

        assertThat(hub.requests()).hasSize(1);
        assertThat(hub.last().timeouts().total()).isEqualTo(Duration.ofSeconds(6));
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void waitsAsTheRateLimitSays() {
        Queue<HttpResponse> answers = new ArrayDeque<>(List.of(
                FakeHub.text(429, "", "RateLimit", "\"api\";r=0;t=2", "RateLimit-Policy", "\"api\";q=500;w=300"),
                FakeHub.text(429, "", "Retry-After", "1"),
                FakeHub.json(200, FakeHub.info("acme/tiny", ""))));
        FakeHub hub = new FakeHub().on(FakeHub.INFO, request -> answers.remove());

        client(hub, HubAccess.defaults()).info("acme/tiny", "", soon());

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
    }

    @Test
    void saysSoWhenTheRateLimitIsTooLongAndAsksNothingMoreUntilThen() {
        FakeHub hub = FakeHub.withTiny().on(FakeHub.INFO, FakeHub.text(429, "", "RateLimit", "\"api\";r=0;t=55"));
        HubClient client = client(hub, HubAccess.defaults());

        assertThat(failure(client).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure(client)).hasMessageContaining("56 seconds");
        assertThatThrownBy(() -> client.search("tiny", 5, soon())).hasMessageContaining("56 seconds");
        assertThat(hub.requests()).hasSize(1);
        assertThat(card(client)).startsWith("# Tiny");
        time.pass(Duration.ofSeconds(57));
        failure(client);
        assertThat(hub.paths()).filteredOn(FakeHub.INFO::equals).hasSize(2);
    }

    @Test
    void spendsNoCallThatWouldBeRefused() {
        FakeHub hub = FakeHub.withTiny()
                .on(FakeHub.INFO, FakeHub.json(200, FakeHub.info("acme/tiny", ""), "RateLimit", "\"api\";r=0;t=55"));
        HubClient client = client(hub, HubAccess.defaults());

        client.info("acme/tiny", "", soon());

        assertThatThrownBy(() -> client.info("acme/other", "", soon()))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RATE_LIMITED));
        assertThat(hub.requests()).hasSize(1);
    }

    @Test
    void findsModelsPageByPage() {
        FakeHub hub = new FakeHub().on("/api/models", request -> {
            boolean first = !request.uri().toString().contains("cursor");
            return first
                    ? FakeHub.json(
                            200,
                            "[{\"id\":\"acme/a\",\"gated\":\"auto\",\"downloads\":5},{\"modelId\":\"acme/b\"}]",
                            "Link",
                            "<https://huggingface.co/api/models?search=tiny&limit=3&cursor=b>; rel=\"next\"")
                    : FakeHub.json(
                            200,
                            "[{\"id\":\"acme/c\"},{\"id\":\"acme/d\"}]",
                            "Link",
                            "<https://evil.example/api/models?cursor=c>; rel=\"next\"");
        });
        HubClient client = client(hub, HubAccess.defaults());

        assertThat(client.search("tiny model", 3, soon()).stream().map(FoundModel::id))
                .containsExactly("acme/a", "acme/b", "acme/c");
        assertThat(client.search("tiny model", 1, soon()).get(0))
                .isEqualTo(new FoundModel("acme/a", "", "", 5, 0, true));
        assertThat(client.search("other", 100, soon())).hasSize(4);
        assertThat(hub.requests()).allMatch(request -> request.uri().getHost().equals("huggingface.co"));
    }

    @Test
    void readsPausesAndPagesWhateverTheyLookLike() {
        assertThat(RateLimit.pause(
                        FakeHub.text(429, "", "Retry-After", "Fri, 20 Nov 2026 10:00:30 GMT"), time.instant()))
                .contains(Duration.ofSeconds(30));
        for (String odd : List.of("", "soon", "-5", "99999999999999999999", "\u0665")) {
            assertThat(RateLimit.pause(FakeHub.text(429, "", "Retry-After", odd), time.instant()))
                    .as(odd)
                    .isEmpty();
        }
        for (String odd : List.of("", "\"api\"", "\"api\";r=3;t=55", "\"api\";r=0", "\"api\";r=;t=", ";;;r=0;t=x")) {
            assertThat(RateLimit.pause(FakeHub.text(200, "", "RateLimit", odd), time.instant()))
                    .as(odd)
                    .isEmpty();
        }
        assertThat(LinkHeader.next("<https://a/1>; rel=\"prev\", <https://a/2,3>; rel=\"next\""))
                .isEqualTo("https://a/2,3");
        for (String odd : List.of("", "<", "<a", "a>; rel=\"next\"", "<a>; rel=\"last\"", "<".repeat(10_000))) {
            assertThat(LinkHeader.next(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void aFileThatIsTooLargeIsUnreadable() {
        FakeHub hub = FakeHub.withTiny().on(FakeHub.CARD, broken(TransportException.Kind.TOO_LARGE));

        assertThatThrownBy(() -> card(client(hub, HubAccess.defaults())))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
        assertThat(hub.last().maxResponseBytes()).isEqualTo(8L << 20);
        assertThat(hub.requests()).hasSize(1);
    }

    @Test
    void takesOnlyNamesInsideTheRepository() {
        HubClient client = client(FakeHub.withTiny(), HubAccess.defaults());

        for (String name : List.of("", "../x", "a//b", "/etc/passwd", "a\\b", "./a")) {
            assertThatThrownBy(() -> client.file("acme/tiny", FakeHub.COMMIT, name, soon()))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> client.file("acme/tiny", "main", "README.md", soon()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.info("../../etc", "", soon())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheUsersOwnCacheInPlace(@TempDir Path folder) throws IOException {
        Path snapshot = Files.createDirectories(folder.resolve("models--acme--tiny/snapshots/" + FakeHub.COMMIT));
        Files.writeString(snapshot.resolve("README.md"), "# Local");
        FakeHub hub = FakeHub.withTiny();

        assertThat(card(client(hub, HubAccess.builder().hubCacheFolder(folder).build())))
                .isEqualTo("# Local");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void aTokenThatCannotBeSentIsNotShown() {
        HubAccess access =
                HubAccess.builder().token(Secret.from(() -> "hf_geheim\u00fc")).build();

        assertThat(failure(client(FakeHub.withTiny(), access)))
                .hasMessageNotContaining("geheim")
                .extracting(ResearchException::reason)
                .isEqualTo(Reason.UNAUTHORIZED);
    }

    @Test
    void noticesAreToldOnceATopic() {
        HubNotices notices = new HubNotices();
        HttpResponse notice = new HttpResponse(200, Map.of("X-HF-Warning", List.of("Topic; Do this")), new byte[0]);

        assertThat(notices.read(notice)).isTrue();
        assertThat(notices.read(notice)).isFalse();
        assertThat(notices.read(FakeHub.text(200, ""))).isFalse();
    }

    private static FakeHub.Answer broken(TransportException.Kind kind) {
        return request -> {
            throw new TransportException(kind, "it broke");
        };
    }

    private ResearchException failure(HubClient client) {
        return catchThrowableOfType(ResearchException.class, () -> client.info("acme/tiny", "", soon()));
    }

    private String card(HubClient client) {
        return client.file("acme/tiny", FakeHub.COMMIT, "README.md", soon())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private Deadline soon() {
        return time.in(Duration.ofSeconds(6));
    }

    private HubClient client(FakeHub hub, HubAccess access) {
        return new HubClient(hub, access, time, time);
    }
}
