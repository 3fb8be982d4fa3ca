package dev.alain.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.core.SharedData;
import dev.alain.core.json.JsonRepair;
import dev.alain.core.json.JsonRepairException;
import dev.alain.core.json.RepairOptions;
import dev.alain.core.json.RepairProfile;
import dev.alain.core.json.RepairResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million changed inputs of real suites: a value or a typed failure, and mending twice is mending once. */
@Tag("gate")
final class JsonRepairFuzzGateTest {
    private static final int CASES = Integer.getInteger("fuzz.cases", 1_000_000);
    private static final String ALPHABET =
            "\"'`{}[]():,;\\ \n/#*<>|.-+0123456789eEtfnu\u201c\u201dab\u2026_@\u00a0\u0000";

    @Test
    void survives() throws IOException {
        List<String> seeds = seeds();
        RepairOptions salvage =
                RepairOptions.builder().profile(RepairProfile.SALVAGE).build();
        RepairOptions partial = RepairOptions.builder().partial(true).build();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("fuzz.seed", 7L));
        int values = 0;
        for (int at = 0; at < CASES; at++) {
            String text = changed(seeds.get(random.nextInt(seeds.size())), random);
            RepairOptions options = at % 3 == 0 ? salvage : at % 3 == 1 ? partial : RepairOptions.defaults();
            try {
                RepairResult result = JsonRepair.parse(text, options);
                RepairResult again = JsonRepair.parse(result.value().toString());
                assertThat(again.repairs()).as(text).isEmpty();
                assertThat(again.value().toString())
                        .as(text)
                        .isEqualTo(result.value().toString());
                values++;
            } catch (JsonRepairException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(values).isGreaterThan(CASES / 2);
    }

    private static List<String> seeds() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> seeds = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("json-repair/dev.jsonl"))) {
            JsonNode test = mapper.readTree(line.replace("Infinity", "0").replace("NaN", "0"));
            String input = test.get("input").textValue();
            seeds.add(input.length() > 2_000 ? input.substring(0, 2_000) : input);
        }
        return seeds;
    }

    private static String changed(String seed, RandomGenerator random) {
        StringBuilder text = new StringBuilder(seed);
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1));
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
                default -> text.setLength(Math.max(at, text.length() / 2));
            }
        }
        return text.toString();
    }
}
