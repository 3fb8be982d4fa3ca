package dev.alain.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.Secret;
import dev.alain.net.TransportException;
import dev.alain.research.HubAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubCacheTest {
    private static final String ETAG = "W/\"1144-0lLZ\"";

    private final FakeTime time = new FakeTime();

    @Test
    void aYoungDescriptionIsUsedAsItIsAndAnOldOneConfirmed(@TempDir Path folder) {
        FakeHub hub = etags();
        HubClient client = client(hub, kept(folder));

        client.info("acme/tiny", "", soon());
        time.pass(Duration.ofMinutes(9));
        client(hub, kept(folder)).info("acme/tiny", "", soon());
        assertThat(hub.requests()).hasSize(1);

        time.pass(Duration.ofMinutes(2));
        HubInfo confirmed = client(hub, kept(folder)).info("acme/tiny", "", soon());
        assertThat(hub.requests()).hasSize(2);
        assertThat(hub.last().headers()).containsEntry("If-None-Match", ETAG + ", \"1144-0lLZ\"");
        assertThat(confirmed.stale()).isFalse();
        assertThat(confirmed.fetchedAt()).isEqualTo(time.instant());

        time.pass(Duration.ofMinutes(9));
        client.info("acme/tiny", "", soon());
        assertThat(hub.requests()).hasSize(2);
    }

    @Test
    void theLastAnswerServesWhileTheHubDoesNot(@TempDir Path folder) {
        for (FakeHub.Answer trouble : List.<FakeHub.Answer>of(
                request -> FakeHub.text(500, ""),
                request -> FakeHub.text(429, ""),
                request -> FakeHub.text(302, "", "Location", "https://login.example/"),
                request -> FakeHub.text(200, "<html>"),
                request -> {
                    throw new TransportException(TransportException.Kind.UNKNOWN_HOST, "no such host");
                })) {
            FakeHub hub = etags();
            HubClient client = client(hub, HubAccess.defaults());
            Instant fetched = time.instant();
            client.info("acme/tiny", "", soon());
            time.pass(Duration.ofHours(3));
            hub.on(FakeHub.INFO, trouble);

            HubInfo info = client.info("acme/tiny", "", soon());

            assertThat(info.stale()).isTrue();
            assertThat(info.fetchedAt()).isEqualTo(fetched);
            assertThat(info.id()).isEqualTo("acme/tiny");
        }
    }

    @Test
    void aModelThatIsGoneIsForgotten(@TempDir Path folder) {
        FakeHub hub = etags();
        HubClient client = client(hub, kept(folder));
        client.info("acme/tiny", "", soon());
        time.pass(Duration.ofHours(1));
        hub.on(FakeHub.INFO, FakeHub.error(404, "RepoNotFound", "Repository not found"));

        assertThatThrownBy(() -> client.info("acme/tiny", "", soon())).hasMessageContaining("knows no model");
        assertThatThrownBy(() -> client.withoutNetwork().info("acme/tiny", "", soon()))
                .hasMessageContaining("not at hand");
    }

    @Test
    void aFileAtACommitIsAskedForOnce(@TempDir Path folder) {
        FakeHub hub = FakeHub.withTiny();

        for (int i = 0; i < 3; i++) {
            assertThat(file(client(hub, kept(folder)), "README.md")).isTrue();
            assertThat(file(client(hub, kept(folder)), "no.json")).isFalse();
            time.pass(Duration.ofDays(100));
        }

        assertThat(hub.requests()).hasSize(2);
    }

    @Test
    void onlyTheHubItselfCanSayThatAFileIsMissingForever() {
        FakeHub hub = FakeHub.withTiny().on(FakeHub.CARD, FakeHub.text(404, "no such page"));
        HubClient client = client(hub, HubAccess.defaults());

        assertThat(file(client, "README.md")).isFalse();
        assertThat(file(client, "README.md")).isFalse();
        assertThat(hub.requests()).hasSize(2);
    }

    @Test
    void aDamagedEntryCountsAsMissing(@TempDir Path folder) throws IOException {
        FakeHub hub = FakeHub.withTiny();
        file(client(hub, kept(folder)), "README.md");
        Path entry = entries(folder).get(0);
        byte[] whole = Files.readAllBytes(entry);

        for (int i = 0; i < whole.length; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(entry, damaged);
            assertThat(file(client(hub, kept(folder)), "README.md")).isTrue();
        }
        int damages = (whole.length + 6) / 7;
        // The separator after the hash is the one byte that says nothing.
        assertThat(hub.requests()).hasSizeBetween(damages, damages + 1);
        Files.write(entry, new byte[0]);
        assertThat(file(client(hub, kept(folder)), "README.md")).isTrue();
    }

    @Test
    void aFolderThatCannotBeWrittenChangesNothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        FakeHub hub = FakeHub.withTiny();

        assertThat(file(client(hub, kept(file)), "README.md")).isTrue();
    }

    @Test
    void whatOneTokenMaySeeAnotherMayNot(@TempDir Path folder) throws IOException {
        FakeHub hub = FakeHub.withTiny();
        HubAccess withToken =
                kept(folder).toBuilder().token(Secret.of("hf_secret")).build();

        file(client(hub, withToken), "README.md");
        file(client(hub, kept(folder)), "README.md");

        assertThat(hub.requests()).hasSize(2);
        for (Path entry : entries(folder)) {
            assertThat(Files.readString(entry)).doesNotContain("hf_secret", Sha256.of("hf_secret"));
        }
    }

    @Test
    void offlineOpensNoSocket(@TempDir Path folder) {
        FakeHub hub = FakeHub.withTiny();
        HubClient online = client(hub, kept(folder));
        online.info("acme/tiny", "", soon());
        file(online, "README.md");
        time.pass(Duration.ofDays(30));
        FakeHub silent = FakeHub.withTiny();
        HubClient offline =
                client(silent, kept(folder).toBuilder().offline(true).build());

        assertThat(offline.info("acme/tiny", "", soon()).stale()).isTrue();
        assertThat(file(offline, "README.md")).isTrue();
        assertThatThrownBy(() -> file(offline, "config.json")).isInstanceOfSatisfying(ResearchException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.OFFLINE);
            assertThat(e).hasMessageContainingAll("config.json of acme/tiny", "hf download acme/tiny config.json");
        });
        assertThatThrownBy(() -> offline.info("acme/other", "", soon()))
                .hasMessageContaining("hf download acme/other README.md config.json");
        assertThat(silent.requests()).isEmpty();
    }

    @Test
    void theMemoryIsBounded() {
        MemoryHubCache cache = new MemoryHubCache(2, 10);
        cache.put("a", answer(1));
        cache.put("b", answer(1));
        cache.find("a");
        cache.put("c", answer(1));
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).isPresent();
        cache.put("d", answer(10));
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("c")).isEmpty();
        assertThat(cache.find("d")).isPresent();
        cache.put("e", answer(11));
        assertThat(cache.find("e")).isEmpty();
    }

    @Test
    void fiftyAtATimeMakeOneCall() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger entered = new AtomicInteger();
        FakeHub hub = new FakeHub().on(FakeHub.INFO, request -> {
            await(open);
            return FakeHub.json(200, FakeHub.info("acme/tiny", ""));
        });
        HubClient client = client(hub, HubAccess.defaults());
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Future<HubInfo>> infos = new ArrayList<>();
            Callable<HubInfo> ask = () -> {
                if (entered.incrementAndGet() == 50) {
                    open.countDown();
                }
                return client.info("acme/tiny", "", soon());
            };
            for (int i = 0; i < 50; i++) {
                infos.add(threads.submit(ask));
            }
            for (Future<HubInfo> info : infos) {
                assertThat(info.get(30, TimeUnit.SECONDS).id()).isEqualTo("acme/tiny");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(hub.requests()).hasSize(1);
    }

    @Test
    void whenTheLeaderIsInterruptedAnotherGoesOn() throws Exception {
        CountDownLatch leading = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        FakeHub hub = new FakeHub().on(FakeHub.INFO, request -> {
            if (calls.incrementAndGet() == 1) {
                leading.countDown();
                await(never);
            }
            return FakeHub.json(200, FakeHub.info("acme/tiny", ""));
        });
        HubClient client = client(hub, HubAccess.defaults());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<HubInfo> leader = threads.submit(() -> client.info("acme/tiny", "", soon()));
            assertThat(leading.await(30, TimeUnit.SECONDS)).isTrue();
            Future<HubInfo> other = threads.submit(() -> client.info("acme/tiny", "", soon()));
            leader.cancel(true);
            assertThat(other.get(30, TimeUnit.SECONDS).id()).isEqualTo("acme/tiny");
        } finally {
            threads.shutdownNow();
        }
        assertThat(calls).hasValue(2);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Kind.CANCELLED, "interrupted", e);
        }
    }

    private StoredAnswer answer(int bytes) {
        return new StoredAnswer("https://huggingface.co/x", 200, "", "", time.instant(), new byte[bytes]);
    }

    /** A Hub that says 304 to who knows already. */
    private static FakeHub etags() {
        return FakeHub.withTiny()
                .on(
                        FakeHub.INFO,
                        request -> request.headers()
                                        .getOrDefault("If-None-Match", "")
                                        .contains(ETAG)
                                ? FakeHub.text(304, "", "ETag", ETAG)
                                : FakeHub.json(200, FakeHub.info("acme/tiny", ""), "ETag", ETAG));
    }

    private boolean file(HubClient client, String name) {
        return client.file("acme/tiny", FakeHub.COMMIT, name, soon()).isPresent();
    }

    private static HubAccess kept(Path folder) {
        return HubAccess.builder().cacheFolder(folder).build();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Deadline soon() {
        return time.in(Duration.ofSeconds(6));
    }

    private HubClient client(FakeHub hub, HubAccess access) {
        return new HubClient(hub, access, time, time);
    }
}
