package dev.alain.core.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.ResearchMode;
import dev.alain.Subject;
import dev.alain.core.SharedData;
import dev.alain.core.hub.FakeHub;
import dev.alain.core.hub.FakeTime;
import dev.alain.research.Dossier;
import dev.alain.research.HubAccess;
import dev.alain.research.ModelReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every recorded description of a model makes a dossier. */
final class HubRecordedTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FakeTime time = new FakeTime();

    @Test
    void readsEveryRecordedDescription() throws IOException {
        int read = 0;
        for (Path file : recorded()) {
            JsonNode json = MAPPER.readTree(file.toFile());
            String id = json.path("id").asText(json.path("modelId").asText(""));
            if (id.isEmpty() || !json.has("tags") || id.length() > 96) {
                continue;
            }
            Dossier dossier = research(id, json);
            assertThat(dossier.modelId()).as("%s", file.getFileName()).isEqualTo(id);
            assertThat(dossier.facts()).as("%s", file.getFileName()).isNotEmpty();
            ObjectNode later = json.deepCopy();
            later.put("downloads", 1).put("likes", 2).putArray("spaces");
            assertThat(research(id, later)).as("%s", file.getFileName()).isEqualTo(dossier);
            read++;
        }
        assertThat(read).isGreaterThan(30);
    }

    @Test
    void followsEveryRecordedRedirect() throws IOException {
        for (Path file : recorded()) {
            JsonNode json = MAPPER.readTree(file.toFile());
            String location = json.at("/headers/location").asText("");
            if (location.isEmpty() || location.contains("expand")) {
                continue;
            }
            String asked = String.valueOf(file.getFileName())
                    .replace("models__", "")
                    .replace(".http307.json", "")
                    .replace("__", "/");
            String now = location.substring("/api/models/".length());
            FakeHub hub = new FakeHub()
                    .on(
                            "/api/models/" + asked,
                            FakeHub.text(307, json.path("body").asText(), "Location", location))
                    .on(location, FakeHub.json(200, FakeHub.info(now, "")));

            Dossier dossier = research(hub, asked);

            assertThat(dossier.modelId()).isEqualTo(now);
            assertThat(dossier.warnings()).contains(asked + " is called " + now + " now");
        }
    }

    private static List<Path> recorded() throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.file("hf-api"))) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.getFileName().toString().equals("tasks.json"))
                    .sorted()
                    .toList();
        }
    }

    private Dossier research(String id, JsonNode json) {
        return research(new FakeHub().on("/api/models/" + id, FakeHub.json(200, json.toString())), id);
    }

    private Dossier research(FakeHub hub, String id) {
        return HubResearch.online(hub, HubAccess.defaults(), time, time, time::nanos, Runnable::run)
                .research(new Subject.HuggingFaceModel(ModelReference.of(id)), ResearchMode.STANDARD);
    }
}
