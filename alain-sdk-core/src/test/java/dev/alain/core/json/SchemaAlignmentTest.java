package dev.alain.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

final class SchemaAlignmentTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();
    private static final String STEP =
            "{type: 'object', properties: {title: {type: 'string'}, minutes: {type: 'integer'},"
                    + " level: {enum: ['BEGINNER', 'ADVANCED']}, tags: {type: 'array', items: {type: 'string'}},"
                    + " note: {anyOf: [{type: 'string'}, {type: 'null'}]}}, required: ['title'], additionalProperties: false}";

    @Test
    void aValueThatFitsIsNotTouched() {
        RepairResult result = read(STEP, "{\"title\": \"a\", \"note\": null}");

        assertThat(result.value()).hasToString("{\"title\":\"a\",\"note\":null}");
        assertThat(result.repairs()).isEmpty();
    }

    @Test
    void keysMatchByCaseSeparatorsAccentsAndAlias() {
        String schema =
                "{type: 'object', properties: {first_name: {type: 'string'}, city: {type: 'string', 'x-alias': 'Stra\u00dfe'},"
                        + " zip: {type: 'string', 'x-alias': ['plz', 'zip']}}, required: ['first_name', 'city']}";

        RepairResult result = read(schema, "{\"First-Name\": \"a\", \"strasse\": \"b\", \"zip\": \"c\"}");

        assertThat(result.value()).hasToString("{\"first_name\":\"a\",\"city\":\"b\",\"zip\":\"c\"}");
        assertThat(result.repairs()).extracting(Repair::kind).containsOnly(RepairKind.KEY_MATCHED);
        assertThatThrownBy(() -> read(schema, "{\"first_name\": \"a\", \"city\": \"b\"}"))
                .hasMessageContaining("the member \"city\" is missing");
    }

    @Test
    void scalarsAreReadAsTheirType() {
        assertThat(value(STEP, "{\"title\": 5, \"minutes\": \"30\"}"))
                .hasToString("{\"title\":\"5\",\"minutes\":30,\"note\":null}");
        assertThat(value("{type: 'number'}", "about $1,234.50 in all")).hasToString("1234.5");
        assertThat(value("{type: 'number'}", "1/5")).hasToString("0.2");
        assertThat(value("{type: 'boolean'}", "The answer is **True**.")).hasToString("true");
        assertThat(value("{type: 'integer'}", "5.0")).hasToString("5");
        assertThatThrownBy(() -> read("{type: 'boolean'}", "true or false"))
                .hasMessageContaining("true or false is wanted");
        assertThatThrownBy(() -> read("{type: 'integer'}", "5.5")).hasMessageContaining("a whole number is wanted");
        assertThatThrownBy(() -> read("{type: 'number'}", "3 cups or 4")).hasMessageContaining("a number is wanted");
    }

    @Test
    void valuesOfAnEnumAreRecognisedAndTiesAreNot() {
        String schema = "{enum: ['LOW', 'HIGH'], 'x-enum-aliases': {HIGH: ['\u00e9lev\u00e9']}}";

        assertThat(value(schema, "low")).hasToString("\"LOW\"");
        assertThat(value(schema, "I would say: eleve!")).hasToString("\"HIGH\"");
        assertThatThrownBy(() -> read(schema, "LOW or \u00e9lev\u00e9")).hasMessageContaining("could be more than one");
        assertThatThrownBy(() -> read(schema, "HIGH")).hasMessageContaining("is none of");
        assertThat(value("{const: 'yes please'}", "Yes, please")).hasToString("\"yes please\"");
    }

    @Test
    void aSingleValueBecomesAListAndAListGivesItsFittingItem() {
        assertThat(value(STEP, "{\"title\": \"a\", \"tags\": \"x\", \"note\": \"n\"}"))
                .hasToString("{\"title\":\"a\",\"tags\":[\"x\"],\"note\":\"n\"}");
        assertThat(value(STEP, "[{\"title\": \"a\", \"note\": \"n\"}]"))
                .hasToString("{\"title\":\"a\",\"note\":\"n\"}");
        assertThat(value(
                        "{type: 'array', items: " + STEP + "}",
                        "first {\"title\":\"a\",\"note\":null} then {\"title\":\"b\",\"note\":null}"))
                .hasToString("[{\"title\":\"a\",\"note\":null},{\"title\":\"b\",\"note\":null}]");
    }

    @Test
    void unionsTakeTheAlternativeThatCostsLeast() {
        String schema = "{anyOf: [{type: 'object', properties: {radius: {type: 'number'}}, required: ['radius']},"
                + " {type: 'object', properties: {side: {type: 'number'}}, required: ['side']}, {type: 'string'}]}";

        assertThat(value(schema, "{side: '3'}")).hasToString("{\"side\":3}");
        assertThat(value(schema, "{\"radius\": 2}")).hasToString("{\"radius\":2}");
        assertThat(value("{anyOf: [{type: 'integer'}, {type: 'string'}]}", "2 cups"))
                .hasToString("\"2 cups\"");
    }

    @Test
    void documentsInsideStringsAreReadWhereAnObjectIsWanted() {
        String outer = "{type: 'object', properties: {step: " + STEP + "}, required: ['step']}";

        RepairResult result = read(outer, "{\"step\": \"{\\\"title\\\": \\\"a\\\", \\\"note\\\": null}\"}");

        assertThat(result.value()).hasToString("{\"step\":{\"title\":\"a\",\"note\":null}}");
        assertThat(result.repairs()).extracting(Repair::kind).containsExactly(RepairKind.STRING_PARSED);
        assertThat(value(STEP, "\"{\\\"title\\\": \\\"a\\\", \\\"note\\\": null}\""))
                .hasToString("{\"title\":\"a\",\"note\":null}");
    }

    @Test
    void textThatIsWantedIsGivenAsItStands() {
        assertThat(value("{type: 'string'}", "Dear {name}, [1]")).hasToString("\"Dear {name}, [1]\"");
        assertThat(value(STEP, "{title: f(a, b: {c}), note: null}")
                        .path("title")
                        .textValue())
                .isEqualTo("f(a, b: {c})");
        assertThat(value(STEP, "{\"title\": {\"k\":  1}, \"note\": null,}")
                        .path("title")
                        .textValue())
                .isEqualTo("{\"k\":  1}");
    }

    @Test
    void violationsNameThePlace() {
        assertThatThrownBy(() -> read(
                        "{type: 'array', items: " + STEP + "}", "[{\"title\": \"a\"}, {\"minutes\": [1], \"x\": 2}]"))
                .isInstanceOfSatisfying(JsonRepairException.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(JsonRepairException.Reason.SCHEMA);
                    assertThat(failure.violations())
                            .containsExactly(
                                    "/1/minutes: a whole number is wanted, a list found",
                                    "/1: the member \"title\" is missing");
                });
    }

    @Test
    void salvagingRoundsDropsAndFillsAndSaysSo() throws JsonProcessingException {
        String schema = "{type: 'array', items: {type: 'object', properties: {n: {type: 'integer'},"
                + " tags: {type: 'array'}, kind: {const: 'k'}}, required: ['n', 'tags', 'kind']}}";
        RepairOptions salvage = RepairOptions.builder()
                .schema(MAPPER.readTree(schema))
                .profile(RepairProfile.SALVAGE)
                .build();

        RepairResult result = JsonRepair.parse("[{\"n\": 1.6}, \"junk\"]", salvage);

        assertThat(result.value()).hasToString("[{\"n\":2,\"tags\":[],\"kind\":\"k\"}]");
        assertThat(result.repairs())
                .extracting(Repair::kind)
                .containsExactlyInAnyOrder(
                        RepairKind.ROUNDED, RepairKind.FILLED, RepairKind.FILLED, RepairKind.DROPPED_ITEM);
    }

    @Test
    void aCutIsNoViolation() {
        RepairResult result = read(STEP, "{\"minutes\": 5, \"level\": \"BEG");

        assertThat(result.value()).hasToString("{\"minutes\":5}");
        assertThat(result.completeness().complete()).isFalse();
    }

    @Test
    void depthIsBounded() {
        String any =
                "{$ref: '#/$defs/V', $defs: {V: {anyOf: [{type: 'integer'}, {type: 'array', items: {$ref: '#/$defs/V'}}]}}}";

        assertThatThrownBy(() -> read(any, "[".repeat(700) + "1" + "]".repeat(700)))
                .isInstanceOfSatisfying(
                        JsonRepairException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(JsonRepairException.Reason.LIMIT));
        assertThat(value(any, "[".repeat(200) + "1" + "]".repeat(200)).isArray())
                .isTrue();
    }

    @Test
    void aValueIsNotStretchedToFit() {
        String one = "{type: 'object', properties: {a: {type: 'string'}}, required: ['a']}";

        assertThatThrownBy(() -> read(one, "{\"x\": 1}")).hasMessageContaining("\"a\" is missing");
        assertThat(value("{type: 'integer'}", "12,111")).hasToString("12111");
        assertThat(value("{type: 'number'}", "-$3,000.50".replace("$", ""))).hasToString("-3000.5");
    }

    @Test
    void theSchemaTellsWhereAMissingBracketWas() {
        String outer = "{type: 'object', properties: {a: {type: 'object', properties: {b: {type: 'integer'}}},"
                + " c: {type: 'integer'}}}";

        assertThat(value(outer, "{\"a\": {\"b\": 1, \"c\": 2}")).hasToString("{\"a\":{\"b\":1},\"c\":2}");
    }

    @Test
    void schemasThatReferToThemselvesEnd() {
        String tree = "{$ref: '#/$defs/T', $defs: {T: {type: 'object', properties: {next: {anyOf: [{$ref: '#/$defs/T'},"
                + " {type: 'integer'}]}}, required: ['next']}}}";

        assertThat(value(tree, "{next: {next: 1}}")).hasToString("{\"next\":{\"next\":1}}");
        assertThatThrownBy(() -> read("{$ref: '#/$defs/A', $defs: {A: {$ref: '#/$defs/A'}}}", "[1,]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("refers to itself");
        assertThatThrownBy(() -> read("{$ref: 'http://x/y'}", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only local references");
        assertThatThrownBy(() -> read("[1]", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode value(String schema, String text) {
        return read(schema, text).value();
    }

    private static RepairResult read(String schema, String text) {
        try {
            return JsonRepair.parse(
                    text,
                    RepairOptions.builder().schema(MAPPER.readTree(schema)).build());
        } catch (JsonProcessingException brokenTest) {
            throw new AssertionError(brokenTest);
        }
    }
}
