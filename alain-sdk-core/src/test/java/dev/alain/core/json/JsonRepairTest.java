package dev.alain.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.core.json.Completeness.Cut;
import dev.alain.core.json.JsonRepairException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRepairTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    // ---- valid input

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"if (x) {\"}",
                "[\"a[0\"]",
                " [1, -0, 2.50, 1e-2, 123456789012345678901234567890, 0.1234567890123456789] ",
                "\"{\\\"a\\\":1}\"",
                "{\"a\":1,\"a\":2}",
                "{\"think\":\"<think>x</think> ```json {} ```\",\"half\":\"\\ud800\"}",
                "null",
                "\"\""
            })
    void validInputComesBackAsItIs(String json) throws JsonProcessingException {
        RepairResult result = JsonRepair.parse(json);

        assertThat(result.repairs()).isEmpty();
        assertThat(result.completeness().complete()).isTrue();
        assertThat(result.value().toString())
                .isEqualTo(MAPPER.reader()
                        .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree(json)
                        .toString()
                        .replace("2.50", "2.5"));
    }

    @Test
    void numbersKeepTheirDigits() {
        JsonNode value = value("[0.1, 0.12345678901234567890, 12345678901234567890, 1e400, 007, 1_000, 0x1F, .5]");

        assertThat(value).hasToString("[0.1,0.12345678901234567890,12345678901234567890,1E+400,\"007\",1000,31,0.5]");
    }

    // ---- code in strings

    @Test
    void codeWithRawQuotesStaysOneString() {
        String reply = """
                {"lang": "python", "code": "def f():
                    return {"role": "user", "content": [1, 2]}  # "so"
                print(f("x"))
                ", "done": true}""";

        JsonNode value = value(reply);

        assertThat(value.path("code").textValue()).isEqualTo("""
                def f():
                    return {"role": "user", "content": [1, 2]}  # "so"
                print(f("x"))
                """);
        assertThat(value.path("done").booleanValue()).isTrue();
    }

    @Test
    void keysOfFinishedSiblingsTellWhereAStringEnds() {
        JsonNode value = value("""
                [{"cell_type": "markdown", "source": "Hello"},
                 {"cell_type": "code", "source": "m = [{"role": "user", "content": "hi"}, {"role": "x", "content": "y"}]"},
                 {"cell_type": "code", "source": "end"}]""");

        assertThat(value).hasSize(3);
        assertThat(value.get(1).path("source").textValue())
                .isEqualTo("m = [{\"role\": \"user\", \"content\": \"hi\"}, {\"role\": \"x\", \"content\": \"y\"}]");
    }

    @Test
    void wellFormedStringsAreNotTouchedWhereSomethingElseIsBroken() {
        JsonNode value = value("[{\"a\": \"x\"}, {\"b\": \"say \\\"no\\\", \\\"c\\\": 1\\n\", \"c\": \"z\"},]");

        assertThat(value).hasToString("[{\"a\":\"x\"},{\"b\":\"say \\\"no\\\", \\\"c\\\": 1\\n\",\"c\":\"z\"}]");
    }

    @Test
    void aBackslashThatEscapesNothingIsKept() {
        RepairResult result = JsonRepair.parse("{\"re\": \"\\d+\\s\", \"path\": \"C:\\Users\"}");

        assertThat(result.value().path("re").textValue()).isEqualTo("\\d+\\s");
        assertThat(result.value().path("path").textValue()).isEqualTo("C:\\Users");
        assertThat(result.repairs()).extracting(Repair::kind).containsOnly(RepairKind.INVALID_ESCAPE);
    }

    @Test
    void latexThatDecodesSilentlyIsPointedOut() {
        RepairResult result = JsonRepair.parse("{\"a\": [\"\\frac{1}{2} \\times \\n new \\n\\theta\", \"\\\\frac\"]}");

        assertThat(result.repairs()).isEmpty();
        assertThat(result.suspicions())
                .containsExactly(
                        new Suspicion("/a/0", 0, "\\frac"),
                        new Suspicion("/a/0", 11, "\\times"),
                        new Suspicion("/a/0", 24, "\\theta"));
    }

    @Test
    void longNumbersStayNumbers() {
        String number = "1234567890".repeat(300);

        assertThat(JsonRepair.parse("[" + number + "]").value()).hasToString("[" + number + "]");
    }

    // ---- what is reported

    @Test
    void repairsNamePlaceAndSeverity() {
        RepairResult result = JsonRepair.parse("{\"steps\": [{'title': \"a \"b\" c\"}, ]}");

        assertThat(result.value()).hasToString("{\"steps\":[{\"title\":\"a \\\"b\\\" c\"}]}");
        assertThat(result.repairs())
                .extracting(Repair::toString)
                .containsExactly(
                        "LOSSLESS QUOTE_STYLE at 12..13 /steps/0: read as a double quote",
                        "GUESS RAW_QUOTE at 24..29 /steps/0/title: 2 quotes inside the string",
                        "LOSSLESS EXTRA_COMMA at 31..32 /steps/0: comma left out");
        assertThat(result.lossless()).isFalse();
    }

    @Test
    void pointersNameTheItemThatIsBeingRead() {
        RepairResult result = JsonRepair.parse("[1, [2, \"key\": \"it's \"so\" now\"]]");

        assertThat(result.value()).hasToString("[1,[2,{\"key\":\"it's \\\"so\\\" now\"}]]");
        assertThat(result.repairs())
                .extracting(repair -> repair.kind() + " " + repair.pointer())
                .contains("IMPLIED_OPEN /1/1", "RAW_QUOTE /1/1/key");
    }

    @Test
    void offsetsOfAnEscapedDocumentAreThoseOfTheWholeReply() {
        String reply = "{\\\"a\\\": \\\"b\\\", \\\"c\\\": [1,]}";

        RepairResult result = JsonRepair.parse(reply);

        assertThat(result.value()).hasToString("{\"a\":\"b\",\"c\":[1]}");
        assertThat(result.span()).isEqualTo(new Span(0, reply.length()));
        assertThat(result.repairs()).allMatch(repair -> repair.end() == reply.length());
    }

    @Test
    void aLoneQuoteInTextEndsNoString() {
        assertThat(value("{\"size\": \"24\" monitor\", \"color\": \"red\", \"key\": \"v\"alue\", \"n\": 1}"))
                .hasToString("{\"size\":\"24\\\" monitor\",\"color\":\"red\",\"key\":\"v\\\"alue\",\"n\":1}");
    }

    @Test
    void manyRepairsOfAKindAreCountedNotListed() {
        RepairResult result = JsonRepair.parse("[" + "1,,".repeat(10_000) + "1]");

        assertThat(result.repairs()).hasSize(100);
        Repair last = result.repairs().get(99);
        assertThat(last.detail()).isEqualTo("and 9900 more of this kind");
        assertThat(last.end()).isGreaterThan(29_000);
    }

    @Test
    void theSpanIsThatOfTheDocument() {
        String reply = "Here you are:\n```json\n{\"a\": 1}\n```\nAnything else?";

        RepairResult result = JsonRepair.parse(reply);

        assertThat(reply.substring(result.span().start(), result.span().end())).isEqualTo("{\"a\": 1}");
        assertThat(result.repairs()).extracting(Repair::kind).contains(RepairKind.DROPPED_TEXT);
    }

    // ---- truncation

    @Test
    void aCutIsNamedAndNothingIsInvented() {
        assertThat(completeness("{\"a\": [1, {\"b\": \"tex")).isEqualTo(new Completeness(false, "/a/1/b", Cut.STRING));
        assertThat(completeness("{\"a\": 12")).isEqualTo(new Completeness(false, "/a", Cut.SCALAR));
        assertThat(completeness("{\"a\": 1, \"b")).isEqualTo(new Completeness(false, "", Cut.KEY));
        assertThat(completeness("{\"a\": 1, \"b\":")).isEqualTo(new Completeness(false, "/b", Cut.VALUE));
        assertThat(completeness("[1, 2,")).isEqualTo(new Completeness(false, "/2", Cut.CONTAINER));
        assertThat(value("{\"a\": 1, \"b\":")).hasToString("{\"a\":1}");
        assertThat(value("[true, fal")).hasToString("[true,false]");
    }

    @Test
    void partialReadingLeavesOutWhatMayGoOn() {
        RepairOptions partial = RepairOptions.builder().partial(true).build();

        assertThat(JsonRepair.parse("{\"a\": \"te", partial).value()).hasToString("{\"a\":\"te\"}");
        assertThat(JsonRepair.parse("{\"a\": 1, \"b\": 12", partial).value()).hasToString("{\"a\":1}");
        assertThat(JsonRepair.parse("[true, fal", partial).value()).hasToString("[true]");
    }

    // ---- envelopes

    @Test
    void reasoningInFrontIsNoDocument() {
        assertThat(value("[THINK]{\"a\": 0}[/THINK]{\"a\": 1}")).hasToString("{\"a\":1}");
        assertThat(value("so {\"a\": 0}\n</think>\n{\"a\": 1}")).hasToString("{\"a\":1}");
        assertThat(value("<think>maybe {\"a\": 0}?</think>\n{\"a\": 1}")).hasToString("{\"a\":1}");
        assertThat(value("Thinking...\n>The user wants {\"a\": 0}\n>\n\n{\"a\": 1}"))
                .hasToString("{\"a\":1}");
        assertThat(value("<|channel|>analysis<|message|>hm {x}<|channel|>final<|message|>{\"a\": 1}"))
                .hasToString("{\"a\":1}");
    }

    @Test
    void marksAndLinksInProseAreNoDocuments() {
        assertThat(value("see [1] ".repeat(90) + "{\"a\": 1}")).hasToString("{\"a\":1}");
        assertThat(value("As {said} in [1] and [here](http://x.y): {\"a\": [2]} (see [3])."))
                .hasToString("{\"a\":[2]}");
    }

    @Test
    void aFenceInsideAStringIsData() {
        assertThat(value("```json\n{\"md\": \"```py\\nx\\n```\", \"b\": 1,}\n```"))
                .hasToString("{\"md\":\"```py\\nx\\n```\",\"b\":1}");
    }

    @Test
    void documentsThatFollowEachOtherAreAList() {
        assertThat(value("{\"a\":1}\n{\"a\":2}\n")).hasToString("[{\"a\":1},{\"a\":2}]");
        assertThat(value("draft {\"a\":1,\"b\":2}, better {\"a\":3,\"b\":4}")).hasToString("{\"a\":3,\"b\":4}");
    }

    // ---- refusals

    @Test
    void failuresSayWhyAndWhatToDo() {
        assertFailure("  \n", Reason.EMPTY, "The text is empty");
        assertFailure("]", Reason.NO_JSON, "ask for it again");
        assertFailure("word ".repeat(100), Reason.NO_JSON, "ask for it again");
        assertFailure("{\"a\":1}{\"b\":2}", Reason.PROFILE, "the second at character 7");
        assertFailure("[\"a\u0000b\",]", Reason.PROFILE, "U+0000");
        assertFailure("[".repeat(1_000_000), Reason.LIMIT, "1000 levels deep; raise RepairLimits.maxDepth");
    }

    private static void assertFailure(String text, Reason reason, String message) {
        assertThatThrownBy(() -> JsonRepair.parse(text))
                .isInstanceOfSatisfying(
                        JsonRepairException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    @Test
    void limitsAreObeyed() {
        RepairLimits small = new RepairLimits(20, 2, 3, 1, 1);
        RepairOptions options = RepairOptions.builder().limits(small).build();

        assertThat(JsonRepair.parse("[[1,],]", options).value()).hasToString("[[1]]");
        assertThatThrownBy(() -> JsonRepair.parse("[[[1],],]", options)).hasMessageContaining("2 levels");
        assertThatThrownBy(() -> JsonRepair.parse("[1,2,3,4,]", options)).hasMessageContaining("3 values");
        assertThatThrownBy(() -> JsonRepair.parse(" ".repeat(21), options)).hasMessageContaining("more than 20");
        assertThatThrownBy(() -> new RepairLimits(0, 1, 1, 1, 1)).hasMessageContaining("below 1");
    }

    @Test
    void limitsHoldForDocumentsInsideStringsToo() throws JsonProcessingException {
        RepairOptions options = RepairOptions.builder()
                .schema(MAPPER.readTree("{\"type\": \"object\"}"))
                .limits(new RepairLimits(100, 2, 100, 1, 1))
                .build();

        assertThat(JsonRepair.parse("\"{\\\"a\\\": [1]}\"", options).value()).hasToString("{\"a\":[1]}");
        assertThatThrownBy(() -> JsonRepair.parse("\"{\\\"a\\\": [[1]]}\"", options))
                .hasMessageContaining("an object is wanted, text found");
    }

    @Test
    void marksAroundADocumentAreReported() {
        assertThat(JsonRepair.parse("{\"a\":1},\n").repairs())
                .extracting(Repair::toString)
                .containsExactly("LOSSLESS DROPPED_TEXT at 7..9: left out around the document");
        assertThat(JsonRepair.parse("{\"a\":1} // so").repairs())
                .extracting(Repair::kind)
                .containsExactly(RepairKind.COMMENT);
    }

    @Test
    void profilesSayHowFarToGo() {
        RepairOptions strict =
                RepairOptions.builder().profile(RepairProfile.STRICT).build();
        RepairOptions safe = RepairOptions.builder().profile(RepairProfile.SAFE).build();
        RepairOptions salvage =
                RepairOptions.builder().profile(RepairProfile.SALVAGE).build();

        assertThat(JsonRepair.parse("[1]", strict).value()).hasToString("[1]");
        assertThatThrownBy(() -> JsonRepair.parse("[1,]", strict)).hasMessageContaining("Not valid JSON at character");
        assertThat(JsonRepair.parse("[1,] // so", safe).value()).hasToString("[1]");
        assertThatThrownBy(() -> JsonRepair.parse("[\"a \"b\" c\"]", safe))
                .hasMessageContaining("SAFE allows no RAW_QUOTE, which is needed at character 4");
        assertThat(JsonRepair.parse("{\"a\":1}{\"bcd\":2}", salvage).value()).hasToString("{\"bcd\":2}");
    }

    private static JsonNode value(String text) {
        return JsonRepair.parse(text).value();
    }

    private static Completeness completeness(String text) {
        return JsonRepair.parse(text).completeness();
    }
}
