package dev.alain.core.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.core.hub.FakeHub;
import dev.alain.core.hub.FakeTime;
import dev.alain.net.TransportException;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.HubAccess;
import dev.alain.research.ModelReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubResearchTest {
    private static final String FILES = "/acme/tiny/resolve/" + FakeHub.COMMIT + "/";
    private static final String CONFIG = "{\"model_type\":\"llama\",\"max_position_embeddings\":2048}";
    private static final Subject TINY = subject("acme/tiny");

    private final FakeTime time = new FakeTime();

    @Test
    void readsTheDescriptionAndTheFilesAtItsCommit() {
        FakeHub hub = tiny();

        Dossier dossier = online(hub).research(TINY, ResearchMode.STANDARD);

        assertThat(dossier.modelId()).isEqualTo("acme/tiny");
        assertThat(dossier.value(Fact.REVISION)).contains(FakeHub.COMMIT);
        assertThat(dossier.value(Fact.TASK)).contains("text-generation");
        assertThat(dossier.number(Fact.CONTEXT_LENGTH)).hasValue(2048);
        assertThat(dossier.sources()).extracting("id").containsExactly("hub", "config", "card");
        assertThat(dossier.missing()).isEmpty();
        assertThat(dossier.warnings()).isEmpty();
        assertThat(hub.paths()).containsExactlyInAnyOrder(FakeHub.INFO, FakeHub.CARD, FILES + "config.json");
    }

    @Test
    void asksForTheTokenizerOnlyWhenTheDescriptionDoesNotKnowIt() {
        String files = "\"siblings\":[{\"rfilename\":\"README.md\"},{\"rfilename\":\"tokenizer_config.json\"}]";
        FakeHub hub = tiny().on(FakeHub.INFO, info(files))
                .on(FILES + "tokenizer_config.json", FakeHub.json(200, "{\"chat_template\":\"{{ messages }}\"}"));
        assertThat(online(hub).research(TINY, ResearchMode.STANDARD).is(Fact.CHAT_TEMPLATE))
                .isTrue();
        assertThat(hub.paths()).contains(FILES + "tokenizer_config.json").doesNotContain(FILES + "config.json");

        FakeHub knows =
                tiny().on(FakeHub.INFO, info(files + ",\"config\":{\"tokenizer_config\":{\"chat_template\":\"x\"}}"));
        assertThat(online(knows).research(TINY, ResearchMode.STANDARD).is(Fact.CHAT_TEMPLATE))
                .isTrue();
        assertThat(knows.paths()).containsExactly(FakeHub.INFO, FakeHub.CARD);
    }

    @Test
    void whatChangesNightlyChangesNothing() throws IOException {
        String first = "\"downloads\":1,\"likes\":2,\"lastModified\":\"2026-01-01\",\"spaces\":[],\"usedStorage\":5,"
                + "\"trendingScore\":1,\"inference\":\"warm\",\"_id\":\"a\",\"createdAt\":\"x\",\"tags\":[\"a\"]";
        String second = "\"tags\":[\"a\"],\"downloads\":9,\"likes\":8,\"lastModified\":\"2026-02-02\","
                + "\"spaces\":[\"x/y\"],\"inferenceProviderMapping\":{},\"downloadsAllTime\":7";
        FakeHub one = tiny().on(FakeHub.INFO, info(first));
        FakeHub two = tiny().on(FakeHub.INFO, info(second));
        ObjectMapper mapper = new ObjectMapper();

        assertThat(online(two).fingerprint(TINY)).isEqualTo(online(one).fingerprint(TINY));
        assertThat(mapper.writeValueAsBytes(online(two).research(TINY, ResearchMode.STANDARD)))
                .isEqualTo(mapper.writeValueAsBytes(online(one).research(TINY, ResearchMode.STANDARD)));
        assertThat(online(tiny().on(FakeHub.INFO, info("\"tags\":[\"b\"]"))).fingerprint(TINY))
                .isNotEqualTo(online(one).fingerprint(TINY));
    }

    @Test
    void theFingerprintLeavesNothingToAskTwice() {
        FakeHub hub = tiny();
        HubResearch research = online(hub);

        research.fingerprint(TINY);
        assertThat(hub.paths()).containsExactly(FakeHub.INFO);
        research.research(TINY, ResearchMode.STANDARD);
        assertThat(hub.paths()).containsOnlyOnce(FakeHub.INFO);
    }

    @Test
    void aRenamedModelGoesByItsNewName() {
        FakeHub hub = tiny().on("/api/models/tiny", FakeHub.text(307, "", "Location", FakeHub.INFO));

        Dossier dossier = online(hub).research(subject("tiny"), ResearchMode.STANDARD);

        assertThat(dossier.modelId()).isEqualTo("acme/tiny");
        assertThat(dossier.warnings()).containsExactly("tiny is called acme/tiny now");
        assertThat(online(hub).fingerprint(subject("tiny")))
                .isNotEqualTo(online(hub).fingerprint(TINY));
    }

    @Test
    void aGatedModelIsKnownByItsDescription() {
        FakeHub hub = new FakeHub()
                .on(FakeHub.INFO, info("\"gated\":\"manual\",\"cardData\":{\"license\":\"llama3.1\"}"))
                .on(FakeHub.CARD, FakeHub.error(401, "GatedRepo", "Access to model acme/tiny is restricted."))
                .on(FILES + "config.json", FakeHub.error(401, "GatedRepo", "Access to model acme/tiny is restricted."));

        Dossier dossier = online(hub).research(TINY, ResearchMode.STANDARD);

        assertThat(dossier.missing()).containsExactly("README.md", "config.json");
        assertThat(dossier.value(Fact.LICENSE)).contains("llama3.1");
        assertThat(dossier.is(Fact.GATED)).isTrue();
        assertThat(dossier.warnings().get(0)).contains("acme/tiny gives README.md and config.json only to those");
    }

    @Test
    void disabledAndUnsafeModelsAreRefused() {
        for (String bad : new String[] {
            "\"disabled\":true",
            "\"securityRepoStatus\":{\"scansDone\":true,\"filesWithIssues\":[{\"path\":\"m.bin\",\"level\":\"unsafe\"}]}"
        }) {
            FakeHub hub = tiny().on(FakeHub.INFO, info(bad));
            assertThatThrownBy(() -> online(hub).research(TINY, ResearchMode.STANDARD))
                    .isInstanceOfSatisfying(ResearchException.class, e -> {
                        assertThat(e.reason()).isEqualTo(Reason.REFUSED);
                        assertThat(e).hasMessageContaining("acme/tiny");
                    });
            assertThat(hub.paths()).containsExactly(FakeHub.INFO);
        }
    }

    @Test
    void onlyUnsafeIsUnsafe() {
        for (String fine : new String[] {
            "{\"scansDone\":true,\"filesWithIssues\":[]}",
            "{\"scansDone\":true,\"filesWithIssues\":[{\"path\":\"m.bin\",\"level\":\"caution\"}]}",
            "{\"scansDone\":true,\"filesWithIssues\":[{\"path\":\"unsafe.bin\",\"level\":\"safe\"}]}",
            "{\"scansDone\":true}",
            "\"unsafe\""
        }) {
            FakeHub hub = tiny().on(FakeHub.INFO, info("\"securityRepoStatus\":" + fine));
            assertThat(online(hub).research(TINY, ResearchMode.STANDARD).warnings())
                    .as(fine)
                    .isEmpty();
        }
        FakeHub doubtful = tiny().on(
                        FakeHub.INFO,
                        info("\"securityRepoStatus\":{\"scansDone\":true,\"filesWithIssues\":"
                                + "[{\"path\":\"m.bin\",\"level\":\"suspicious\"}]}"));
        assertThat(online(doubtful).research(TINY, ResearchMode.STANDARD).warnings())
                .containsExactly("the Hub's scan is suspicious of m.bin of acme/tiny");
    }

    @Test
    void whatDoesNotComeInTimeIsMissing() {
        FakeHub hub = tiny().on(FakeHub.CARD, request -> {
            time.pass(Duration.ofSeconds(7));
            throw new TransportException(TransportException.Kind.TOTAL_TIMEOUT, "no answer");
        });

        Dossier dossier = HubResearch.online(hub, HubAccess.defaults(), time, time, time::nanos, task -> {})
                .research(TINY, ResearchMode.STANDARD);

        assertThat(dossier.missing()).containsExactly("README.md", "config.json");
        assertThat(dossier.warnings().get(0)).contains("README.md of acme/tiny could not be got");
        assertThat(hub.requests()).hasSize(2);
        assertThat(hub.requests())
                .allMatch(request -> request.timeouts().total().compareTo(Duration.ofSeconds(6)) <= 0);
    }

    @Test
    void aThoroughResearchHasTwiceTheTime() {
        FakeHub hub = tiny();

        online(hub).research(TINY, ResearchMode.THOROUGH);

        assertThat(hub.requests().get(0).timeouts().total()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aThoroughResearchKnowsTheBaseModel() {
        FakeHub hub = tiny().on(
                        FakeHub.INFO,
                        info(
                                "\"tags\":[\"base_model:acme/big\",\"base_model:adapter:acme/big\",\"base_model:no/where\"]"))
                .on(
                        "/api/models/acme/big",
                        FakeHub.json(
                                200,
                                FakeHub.info(
                                        "acme/big",
                                        "\"gated\":\"auto\",\"cardData\":{\"license\":\"mit\"},\"safetensors\":{\"parameters\":{\"BF16\":1000},\"total\":1000}")))
                .on("/api/models/no/where", FakeHub.error(401, "RepoNotFound", "Repository not found"))
                .on("/acme/big/resolve/" + FakeHub.COMMIT + "/config.json", FakeHub.json(200, CONFIG));

        Dossier dossier = online(hub).research(TINY, ResearchMode.THOROUGH);

        assertThat(dossier.value("base_license")).contains("mit");
        assertThat(dossier.value("base_parameters")).contains("1000");
        assertThat(dossier.value("base_gated")).contains("yes");
        assertThat(dossier.value("base_context_length")).contains("2048");
        assertThat(dossier.value(Fact.GATED)).contains("no");
        assertThat(dossier.fact("base_license").orElseThrow().evidence().source())
                .isEqualTo("base_hub");
        assertThat(dossier.sources())
                .extracting("id")
                .contains("base_hub", "base_config")
                .doesNotHaveDuplicates();
        assertThat(dossier.facts()).extracting("id").doesNotHaveDuplicates();
        assertThat(dossier.missing()).containsExactly("no/where");
        assertThat(online(hub).research(TINY, ResearchMode.STANDARD).value("base_license"))
                .isEmpty();
    }

    @Test
    void fallbackOpensNoSocket(@TempDir Path folder) {
        FakeHub hub = tiny();
        HubResearch research =
                online(hub, HubAccess.builder().cacheFolder(folder).build());
        Dossier known = research.research(TINY, ResearchMode.STANDARD);
        int before = hub.requests().size();

        assertThat(research.research(TINY, ResearchMode.FALLBACK)).isEqualTo(known);
        assertThat(research.fingerprint(TINY, ResearchMode.FALLBACK)).isEqualTo(research.fingerprint(TINY));
        assertThatThrownBy(() -> research.research(subject("acme/other"), ResearchMode.FALLBACK))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE));
        assertThat(hub.requests()).hasSize(before);
    }

    @Test
    void anOldDescriptionIsUsedWithAWarningWhenTheHubIsAway(@TempDir Path folder) {
        FakeHub hub = tiny();
        HubResearch research =
                online(hub, HubAccess.builder().cacheFolder(folder).build());
        research.research(TINY, ResearchMode.STANDARD);
        time.pass(Duration.ofDays(2));
        hub.on(FakeHub.INFO, unreachable());

        assertThat(research.research(TINY, ResearchMode.STANDARD).warnings())
                .containsExactly("the Hub was not asked; what it said of acme/tiny is of 2026-11-20");
    }

    @Test
    void theLocalCacheServesWhenTheHubIsAway(@TempDir Path folder) throws IOException {
        localTiny(folder);
        HubAccess access = HubAccess.builder().hubCacheFolder(folder).build();
        FakeHub away = new FakeHub().on(FakeHub.INFO, unreachable());

        Dossier dossier = online(away, access).research(TINY, ResearchMode.STANDARD);

        assertThat(dossier.number(Fact.CONTEXT_LENGTH)).hasValue(2048);
        assertThat(dossier.warnings().get(0)).contains("local Hugging Face cache was read instead of the Hub");
        assertThatThrownBy(() -> online(away, access).research(subject("acme/other"), ResearchMode.STANDARD))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @Test
    void aRefusedModelIsNotTakenFromTheLocalCache(@TempDir Path folder) throws IOException {
        localTiny(folder);
        HubAccess access = HubAccess.builder().hubCacheFolder(folder).build();
        FakeHub hub = new FakeHub()
                .on(FakeHub.INFO, FakeHub.text(403, "", "X-Error-Message", "Access to this resource is disabled."));

        assertThatThrownBy(() -> online(hub, access).research(TINY, ResearchMode.STANDARD))
                .hasMessageContaining("disabled acme/tiny");
    }

    @Test
    void readsFilesThatTheUserHasAlready(@TempDir Path folder) throws IOException {
        localTiny(folder);
        FakeHub hub = tiny();

        Dossier dossier =
                online(hub, HubAccess.builder().hubCacheFolder(folder).build()).research(TINY, ResearchMode.STANDARD);

        assertThat(hub.paths()).containsExactly(FakeHub.INFO);
        assertThat(dossier.value(Fact.SUMMARY)).contains("A local model that is here for tests only.");
    }

    @Test
    void readsFilesThatTheUserHasUnderTheOldName(@TempDir Path folder) throws IOException {
        localTiny(folder);
        Files.move(folder.resolve("models--acme--tiny"), folder.resolve("models--tiny"));
        FakeHub hub = tiny().on("/api/models/tiny", FakeHub.text(307, "", "Location", FakeHub.INFO));

        Dossier dossier = online(hub, HubAccess.builder().hubCacheFolder(folder).build())
                .research(subject("tiny"), ResearchMode.STANDARD);

        assertThat(hub.paths()).containsExactly("/api/models/tiny", FakeHub.INFO);
        assertThat(dossier.modelId()).isEqualTo("acme/tiny");
    }

    @Test
    void withoutNetworkAnOlderCardIsBetterThanNone(@TempDir Path own, @TempDir Path folder) throws IOException {
        localTiny(folder);
        String newer = "\"sha\":\"" + "f".repeat(40) + "\"";
        FakeHub hub = tiny().on(FakeHub.INFO, info(newer));
        HubResearch research = online(
                hub, HubAccess.builder().cacheFolder(own).hubCacheFolder(folder).build());
        research.fingerprint(TINY);

        Dossier dossier = research.research(TINY, ResearchMode.FALLBACK);

        assertThat(dossier.value(Fact.REVISION)).contains(FakeHub.COMMIT);
        assertThat(dossier.missing()).isEmpty();
        assertThat(research.fingerprint(TINY, ResearchMode.FALLBACK))
                .isEqualTo(new HubCacheResearch(folder).fingerprint(TINY));
    }

    @Test
    void withoutATransportItIsTheLocalCache(@TempDir Path folder) throws IOException {
        localTiny(folder);
        HubAccess access = HubAccess.builder().hubCacheFolder(folder).build();
        HubResearch research = HubResearch.inCaches(access, time, time::nanos);
        HubCacheResearch plain = new HubCacheResearch(folder);

        assertThat(research.research(TINY, ResearchMode.STANDARD))
                .isEqualTo(plain.research(TINY, ResearchMode.STANDARD));
        assertThat(research.fingerprint(TINY)).isEqualTo(plain.fingerprint(TINY));
        assertThatThrownBy(() -> research.research(subject("acme/other"), ResearchMode.STANDARD))
                .hasMessageContaining("is not in the Hugging Face cache. Fill the cache with: hf download acme/other");
        assertThatThrownBy(() -> HubResearch.inCaches(HubAccess.defaults(), time, time::nanos)
                        .research(TINY, ResearchMode.STANDARD))
                .isInstanceOfSatisfying(
                        ResearchException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE));
    }

    @Test
    void aBlankCardIsNoCard() {
        FakeHub hub = tiny().on(FakeHub.CARD, FakeHub.text(200, " \n"));

        assertThat(online(hub).research(TINY, ResearchMode.STANDARD).warnings())
                .containsExactly("no model card was read, so nothing is known in its maker's words");
    }

    @Test
    void needsNoFreeThread() {
        HubResearch busy = HubResearch.online(tiny(), HubAccess.defaults(), time, time, time::nanos, task -> {});
        HubResearch closed = HubResearch.online(tiny(), HubAccess.defaults(), time, time, time::nanos, task -> {
            throw new RejectedExecutionException("closed");
        });

        assertThat(busy.research(TINY, ResearchMode.STANDARD).missing()).isEmpty();
        assertThat(closed.research(TINY, ResearchMode.STANDARD).missing()).isEmpty();
    }

    @Test
    void givesTheSameWithManyThreads() {
        Dossier alone = online(tiny()).research(TINY, ResearchMode.STANDARD);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            HubResearch research = HubResearch.online(tiny(), HubAccess.defaults(), time, time, time::nanos, threads);
            assertThat(research.research(TINY, ResearchMode.STANDARD)).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptIsNoResult() {
        FakeHub hub = tiny().on(FakeHub.CARD, request -> {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Kind.CANCELLED, "interrupted");
        });

        assertThatThrownBy(() -> online(hub).research(TINY, ResearchMode.STANDARD))
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void localTiny(Path folder) throws IOException {
        Path repository = folder.resolve("models--acme--tiny");
        Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(FakeHub.COMMIT));
        Files.createDirectories(repository.resolve("refs"));
        Files.writeString(repository.resolve("refs/main"), FakeHub.COMMIT);
        Files.writeString(
                snapshot.resolve("README.md"),
                "---\npipeline_tag: text-generation\n---\n# Tiny\n\nA local model that is here for tests only.\n");
        Files.writeString(snapshot.resolve("config.json"), CONFIG);
    }

    private static FakeHub tiny() {
        return FakeHub.withTiny()
                .on(
                        FakeHub.CARD,
                        FakeHub.text(200, "# Tiny\n\nA model for tests of the research, with enough words.\n"))
                .on(FILES + "config.json", FakeHub.json(200, CONFIG));
    }

    private static dev.alain.net.HttpResponse info(String more) {
        return FakeHub.json(200, FakeHub.info("acme/tiny", more));
    }

    private static FakeHub.Answer unreachable() {
        return request -> {
            throw new TransportException(TransportException.Kind.UNKNOWN_HOST, "no such host");
        };
    }

    private static Subject subject(String id) {
        return new Subject.HuggingFaceModel(ModelReference.of(id));
    }

    private HubResearch online(FakeHub hub) {
        return online(hub, HubAccess.defaults());
    }

    private HubResearch online(FakeHub hub, HubAccess access) {
        return HubResearch.online(hub, access, time, time, time::nanos, Runnable::run);
    }
}
