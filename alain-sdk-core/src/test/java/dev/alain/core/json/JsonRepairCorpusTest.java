package dev.alain.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.alain.core.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The suites of other projects, real notebooks with known damage, and real replies. */
final class JsonRepairCorpusTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** How many cases came out right, wrong though a value was given, and all. */
    private static final class Score {
        private int right;
        private int wrong;
        private int all;

        void add(boolean isRight, boolean isWrong) {
            all++;
            right += isRight ? 1 : 0;
            wrong += isWrong ? 1 : 0;
        }

        double rightShare() {
            return (double) right / all;
        }

        double wrongShare() {
            return (double) wrong / all;
        }
    }

    @Test
    void plainCasesOfOtherSuitesComeOutAsTheyExpect() throws IOException {
        Score score = new Score();
        for (JsonNode test : cases("plain")) {
            JsonNode value = value(test, RepairOptions.defaults());
            boolean right = agrees(value, test);
            boolean accepted = right;
            for (JsonNode alternative : test.path("alternatives")) {
                accepted |= agrees(value, alternative);
            }
            score.add(right, value != null && !accepted);
        }
        assertThat(score.rightShare()).isGreaterThan(0.92);
        assertThat(score.wrongShare()).isLessThan(0.02);
    }

    @Test
    void schemaCasesOfOtherSuitesComeOutAsTheyExpect() throws IOException {
        Score score = new Score();
        for (JsonNode test : cases("schema")) {
            RepairOptions options =
                    RepairOptions.builder().schema(test.get("schema")).build();
            score.add(agrees(value(test, options), test), false);
        }
        assertThat(score.rightShare()).isGreaterThan(0.95);
    }

    @Test
    void validCasesAreNotTouched() throws IOException {
        for (JsonNode test : cases("plain")) {
            if (test.get("class").textValue().equals("valid-identity")) {
                RepairResult result = JsonRepair.parse(test.get("input").textValue());
                assertThat(result.repairs()).as(test.get("id").textValue()).isEmpty();
                assertThat(same(result.value(), test.get("expected"))).isTrue();
            }
        }
    }

    private static List<JsonNode> cases(String track) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("json-repair/dev.jsonl"))) {
            JsonNode test = MAPPER.readTree(line);
            if (test.get("track").textValue().equals(track)) {
                cases.add(test);
            }
        }
        return cases;
    }

    private static JsonNode value(JsonNode test, RepairOptions options) {
        try {
            return JsonRepair.parse(test.get("input").textValue(), options).value();
        } catch (JsonRepairException refused) {
            return null;
        }
    }

    private static boolean agrees(JsonNode value, JsonNode wanted) {
        return value == null
                ? wanted.path("error").booleanValue()
                : !wanted.path("error").booleanValue() && wanted.has("expected") && same(value, wanted.get("expected"));
    }

    /** Equality of JSON values: 1 and 1.0 are the same number. */
    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) -> left.isNumber() && right.isNumber() && left.doubleValue() == right.doubleValue()
                        ? 0
                        : left.equals(right) ? 0 : 1,
                other);
    }

    @Test
    void damagedNotebooksAreRestoredWithTheSchema() throws IOException {
        RepairOptions options = RepairOptions.builder()
                .schema(MAPPER.readTree(Files.readString(SharedData.file("json-repair/damage-schema.json"))))
                .build();

        damage(options).forEach((kind, score) -> {
            assertThat(score.rightShare()).as(kind).isGreaterThan(0.95);
            assertThat(score.wrongShare()).as(kind).isLessThan(0.02);
        });
    }

    @Test
    void damagedNotebooksAreRestoredWithoutSchema() throws IOException {
        damage(RepairOptions.defaults()).forEach((kind, score) -> {
            // a document inside a string is a valid string, which is never touched without being asked to
            assertThat(score.rightShare()).as(kind).isGreaterThan(kind.equals("escaped-whole") ? -1 : 0.95);
        });
    }

    private static Map<String, Score> damage(RepairOptions options) throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        Path file = SharedData.file("json-repair/damage-dev.jsonl.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode test = MAPPER.readTree(line);
                JsonNode value = value(test, options);
                JsonNode whole = test.get("expected");
                boolean right = value != null
                        && (test.get("metric").textValue().equals("prefix")
                                ? startsWith(whole.get("cells"), value.path("cells"))
                                : same(value, whole));
                scores.computeIfAbsent(test.get("class").textValue(), kind -> new Score())
                        .add(right, value != null && !right);
            }
        }
        return scores;
    }

    /** Every cell is that of the whole, but for the last, which may have been cut. */
    private static boolean startsWith(JsonNode whole, JsonNode begun) {
        boolean same = begun.size() <= whole.size();
        for (int at = 0; same && at < begun.size() - 1; at++) {
            same = same(begun.get(at), whole.get(at));
        }
        return same;
    }

    @Test
    void realRepliesGiveWhatTheyHold() throws IOException {
        for (String line : Files.readAllLines(SharedData.file("llm-replies/index.jsonl"))) {
            JsonNode entry = MAPPER.readTree(line);
            String file = entry.get("file").textValue();
            String reply = Files.readString(SharedData.file("llm-replies").resolve(file));
            if (entry.get("parses_as_json").booleanValue()) {
                assertThat(JsonRepair.parse(reply).repairs()).as(file).isEmpty();
            } else if (entry.get("longest_json_value_chars").intValue() > 20) {
                RepairResult result = JsonRepair.parse(reply);
                assertThat(result.value().isContainerNode()).as(file).isTrue();
                assertThat(leavesStandInTheReply(result, reply)).as(file).isTrue();
            }
        }
    }

    /** All but the last leaf, through which a cut may go, are taken over as they stand. */
    private static boolean leavesStandInTheReply(RepairResult result, String reply) {
        List<String> leaves =
                new ArrayList<>(Leaves.of(result.value()).byPointer().values());
        return leaves.subList(0, leaves.size() - 1).stream()
                .allMatch(leaf -> reply.contains(leaf) || leaf.matches("-?[0-9.E-]+"));
    }

    @Test
    void malformedFilesNeitherCrashNorHang() throws IOException {
        for (String line : Files.readAllLines(SharedData.file("json-repair/robustness.jsonl"))) {
            JsonNode test = MAPPER.readTree(line);
            if (test.has("input")) {
                JsonRepairLawsTest.check(test.get("input").textValue(), RepairOptions.defaults());
            }
        }
    }

    @Test
    void realDocumentsCutAnywhereKeepWhatWasComplete() throws IOException {
        RepairOptions partial = RepairOptions.builder().partial(true).build();
        for (String document : documents()) {
            Leaves whole = Leaves.of(MAPPER.readTree(document));
            int step = 1 + document.length() / 400;
            for (int end = 1 + document.indexOf('{'); end < document.length(); end += step) {
                whole.assertExtends(Leaves.of(
                        JsonRepair.parse(document.substring(0, end), partial).value()));
                JsonRepair.parse(document.substring(0, end));
            }
        }
    }

    /** Twenty valid replies. */
    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        try (Stream<String> lines = Files.lines(SharedData.file("llm-replies/index.jsonl"))) {
            for (String line : lines.toList()) {
                JsonNode entry = MAPPER.readTree(line);
                if (documents.size() < 20 && entry.get("parses_as_json").booleanValue()) {
                    documents.add(Files.readString(SharedData.file("llm-replies")
                            .resolve(entry.get("file").textValue())));
                }
            }
        }
        return documents;
    }
}
