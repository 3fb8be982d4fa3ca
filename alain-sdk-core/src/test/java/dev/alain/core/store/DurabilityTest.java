package dev.alain.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.CookbookGenerator;
import dev.alain.GenerationEvent;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.RunException;
import dev.alain.core.Cards;
import dev.alain.core.MeasuredFigures;
import dev.alain.stage.StageKey;
import dev.alain.store.ArtifactStore;
import dev.alain.testkit.ScriptedChatModel;
import dev.alain.testkit.ScriptedLesson;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result is durable before anything else learns of it, whatever step of the disk is the last. */
final class DurabilityTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int STEPS = 4;
    private static final Recipe RECIPE = Recipe.about(Cards.subject("text-classification", "transformers"))
            .maxSections(STEPS)
            .build();

    @TempDir
    Path root;

    @Test
    void namesNothingThatAPowerFailureTook() throws Exception {
        crashes(6);
    }

    @Test
    @Tag("gate")
    void namesNothingThatAPowerFailureTookInManyStates() throws Exception {
        crashes(100);
    }

    private void crashes(int statesPerStep) throws Exception {
        CrashDisk disk = new CrashDisk(root);
        NotebookArtifact whole = generate(new FileArtifactStore(root, disk), model());
        Random random = new Random(11);
        int states = 0;
        int resumed = 0;
        for (int step = 0; step <= disk.steps(); step++) {
            for (int i = 0; i < statesPerStep; i++) {
                CrashDisk found = disk.after(step, root, random);
                states++;
                boolean begun = checkManifest(found);
                if (begun && i == 0 && step % 5 == 0) {
                    resumesToTheSame(found, whole);
                    resumed++;
                }
            }
        }
        MeasuredFigures.note("power-failures-" + statesPerStep, states + " states, " + resumed + " resumed");
        assertThat(resumed).isPositive();
    }

    /** Whether there is a manifest; all that it names must be there, whole. */
    private boolean checkManifest(CrashDisk disk) throws Exception {
        List<Path> manifests = disk.named("manifest.json");
        if (manifests.isEmpty()) {
            return false;
        }
        Path folder = manifests.get(0).getParent();
        JsonNode manifest = MAPPER.readTree(disk.read(manifests.get(0)));
        assertThat(manifest.path("recipe").isObject()).isTrue();
        for (JsonNode file : manifest.path("files")) {
            byte[] content = disk.read(folder.resolve(file.path("file").asText()));
            assertThat(sha256(content)).isEqualTo(file.path("sha256").asText());
        }
        FileArtifactStore store = new FileArtifactStore(root, disk);
        for (JsonNode stage : manifest.path("stages")) {
            assertThat(store.result(new StageKey(stage.path("key").asText()))).isPresent();
        }
        return true;
    }

    private void resumesToTheSame(CrashDisk disk, NotebookArtifact whole) {
        int stored = disk.named("manifest.json").size();
        assertThat(stored).isOne();
        try (CookbookGenerator generator = generator(new FileArtifactStore(root, disk), model())) {
            assertThat(generator.resume(whole.runId()).notebook().toBytes())
                    .isEqualTo(whole.notebook().toBytes());
        }
    }

    @Test
    void survivesDeathAtEveryStepOfTheDisk() throws Exception {
        sweep(true, 7);
    }

    @Test
    @Tag("gate")
    void survivesDeathAtReallyEveryStepOfTheDisk() throws Exception {
        sweep(true, 1);
    }

    @Test
    void survivesAnErrorAtEveryStepOfTheDisk() throws Exception {
        sweep(false, 7);
    }

    @Test
    @Tag("gate")
    void survivesAnErrorAtReallyEveryStepOfTheDisk() throws Exception {
        sweep(false, 1);
    }

    private void sweep(boolean kills, int stride) throws IOException {
        FaultyDisk healthy = new FaultyDisk(Integer.MAX_VALUE, false);
        byte[] expected = generate(new FileArtifactStore(root.resolve("whole"), healthy), model())
                .notebook()
                .toBytes();
        int points = 0;
        int most = 0;
        for (int step = 1; step <= healthy.steps(); step += stride) {
            Path folder = root.resolve("dies-" + kills + step);
            ScriptedChatModel model = model();
            List<GenerationEvent> events = Collections.synchronizedList(new ArrayList<>());
            FaultyDisk disk = new FaultyDisk(step, kills);
            Throwable failure = catchThrowable(() -> generate(new FileArtifactStore(folder, disk), model, events));
            if (failure != null) {
                assertThat(failure).isInstanceOfAny(FaultyDisk.Killed.class, RunException.class);
            }
            finish(folder, events.isEmpty() ? "" : events.get(0).runId(), expected, model);
            points++;
            most = Math.max(most, model.calls() - 1 - STEPS);
        }
        MeasuredFigures.note(
                (kills ? "deaths-" : "errors-") + stride,
                points + " of " + healthy.steps() + " steps, at most " + most + " calls made again");
        assertThat(most).isLessThanOrEqualTo(STEPS);
    }

    private static void finish(Path folder, String run, byte[] expected, ScriptedChatModel model) {
        try (CookbookGenerator generator = generator(new FileArtifactStore(folder), model)) {
            NotebookArtifact manual = run.isEmpty() ? generator.generate(RECIPE) : resumed(generator, run);
            assertThat(manual.notebook().toBytes()).isEqualTo(expected);
        }
    }

    /** A run that died before it had a manifest is begun anew. */
    private static NotebookArtifact resumed(CookbookGenerator generator, String run) {
        try {
            return generator.resume(run);
        } catch (RunException e) {
            assertThat(e.getMessage()).containsAnyOf("has no manifest", "there is no run");
            return generator.generate(RECIPE);
        }
    }

    private static ScriptedChatModel model() {
        return ScriptedChatModel.of(new ScriptedLesson(STEPS));
    }

    private static NotebookArtifact generate(ArtifactStore store, ScriptedChatModel model) {
        return generate(store, model, new ArrayList<>());
    }

    private static NotebookArtifact generate(
            ArtifactStore store, ScriptedChatModel model, List<GenerationEvent> events) {
        try (CookbookGenerator generator = generator(store, model)) {
            return generator.generate(RECIPE, events::add);
        }
    }

    private static CookbookGenerator generator(ArtifactStore store, ScriptedChatModel model) {
        return CookbookGenerator.builder().chatModel(model).artifacts(store).build();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
