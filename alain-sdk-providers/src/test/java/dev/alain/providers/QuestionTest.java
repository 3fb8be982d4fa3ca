package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.Message;
import dev.alain.chat.ResponseFormat;
import dev.alain.providers.vendor.Vendors;
import dev.alain.testkit.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question looks like on the wire, and how it changes when an endpoint does not take it. */
final class QuestionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = """
            {"type":"object","properties":{"title":{"type":"string","minLength":1},"hint":{"type":"string"},
            "kind":{"enum":["a","b"]},"cells":{"type":"array","items":{"$ref":"#/$defs/cell"}}},"required":["title"],
            "$defs":{"cell":{"type":"object","properties":{"source":{"type":"string"},"note":{"type":"string"}},
            "required":["source"]}}}""";

    @Test
    void openAi() throws IOException {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer("ok"))) {
            trial.chat(full());

            assertThat(sent(trial, 0)).isEqualTo(JSON.readTree("""
                    {"model":"test-model","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why?"}],
                     "temperature":0.2,"top_p":0.9,"max_completion_tokens":100,"seed":7,"stop":["END"]}"""));
            assertThat(trial.questions().get(0).header("authorization")).hasValue("Bearer " + Trial.CANARY);
            assertThat(trial.questions().get(0).header("upgrade")).isEmpty();
        }
    }

    @Test
    void ollama() throws IOException {
        try (Trial trial = Trial.of(Tongue.OLLAMA, Tongue.OLLAMA.answer("ok"))) {
            trial.chat(full());

            assertThat(sent(trial, 0)).isEqualTo(JSON.readTree("""
                    {"model":"test-model","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why?"}],
                     "stream":false,"truncate":false,"options":{"num_ctx":16384,"num_predict":100,"temperature":0.2,
                     "top_p":0.9,"seed":7,"stop":["END"]}}"""));
        }
    }

    @Test
    void anthropic() throws IOException {
        try (Trial trial = Trial.of(Tongue.ANTHROPIC, Tongue.ANTHROPIC.answer("ok"))) {
            trial.chat(full());

            assertThat(sent(trial, 0)).isEqualTo(JSON.readTree("""
                    {"model":"test-model","max_tokens":100,"system":"Be brief.","messages":[{"role":"user","content":"Why?"}],
                     "temperature":0.2,"top_p":0.9,"stop_sequences":["END"]}"""));
            assertThat(trial.questions().get(0).header("x-api-key")).hasValue(Trial.CANARY);
            assertThat(trial.questions().get(0).header("anthropic-version")).hasValue("2023-06-01");
        }
    }

    @Test
    void guidedJsonIsNeverSent() throws IOException {
        for (String vendor : Vendors.names()) {
            for (ResponseFormat format : List.of(schema(), ResponseFormat.json(), ResponseFormat.text())) {
                try (dev.alain.testkit.FaultServer server =
                                dev.alain.testkit.FaultServer.answering(Answer.json(400, "{}"));
                        RemoteChatModel model = RemoteChatModel.builder(Vendors.known(vendor))
                                .baseUrl(server.uri().toString())
                                .model("m")
                                .build()) {
                    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> model.chat(asked(format))))
                            .isNotNull();
                    assertThat(server.requests())
                            .isNotEmpty()
                            .noneMatch(request -> request.body().contains("guided"));
                }
            }
        }
    }

    @Test
    void aSchemaIsStrictWhereTheVendorDemandsIt() throws IOException {
        String answer = "{\"title\":\"t\",\"hint\":null,\"kind\":null,\"cells\":[{\"source\":\"s\",\"note\":null}]}";
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer(answer))) {
            ChatReply reply = trial.chat(asked(schema()));
            JsonNode shape = sent(trial, 0).path("response_format");

            assertThat(shape.at("/json_schema/strict").asBoolean()).isTrue();
            assertThat(shape.at("/json_schema/name").asText()).isEqualTo("lesson");
            JsonNode strict = shape.at("/json_schema/schema");
            assertThat(strict.path("required")).hasSize(4);
            assertThat(strict.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(strict.at("/properties/title").has("minLength")).isFalse();
            assertThat(strict.at("/properties/hint/type")).hasSize(2);
            assertThat(strict.at("/$defs/cell/required")).hasSize(2);
            assertThat(reply.text()).isEqualTo("{\"title\":\"t\",\"cells\":[{\"source\":\"s\"}]}");
        }
    }

    @Test
    void aTreeOfAlternativesTakesNoTime() throws IOException {
        String variant = "{\"type\":\"object\",\"properties\":{\"c\":{\"$ref\":\"#/$defs/node\"}},\"required\":[]}";
        JsonNode schema = JSON.readTree(
                "{\"$ref\":\"#/$defs/node\",\"$defs\":{\"node\":{\"anyOf\":[" + variant + "," + variant + "]}}}");
        String deep = "{\"c\":".repeat(40) + "null" + "}".repeat(40);
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer(deep))) {
            assertThat(trial.chat(asked(new ResponseFormat.JsonSchema("tree", schema)))
                            .text())
                    .isEqualTo("{\"c\":".repeat(39) + "{}" + "}".repeat(39));
        }
    }

    @Test
    void aSchemaWithFreeObjectsIsSentAsItIs() throws IOException {
        JsonNode open = JSON.readTree(
                "{\"type\":\"object\",\"properties\":{\"map\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}}}");
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer("{}"))) {
            trial.chat(asked(new ResponseFormat.JsonSchema("free form", open)));

            assertThat(sent(trial, 0).at("/response_format/json_schema/strict").asBoolean(true))
                    .isFalse();
            assertThat(sent(trial, 0).at("/response_format/json_schema/schema")).isEqualTo(open);
            assertThat(sent(trial, 0).at("/response_format/json_schema/name").asText())
                    .isEqualTo("free_form");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaStandsInThePromptToo(Tongue tongue) throws IOException {
        try (Trial trial = Trial.of(tongue, tongue.answer("{\"title\":\"t\"}"))) {
            trial.chat(asked(schema()));

            assertThat(trial.questions().get(0).body()).contains("It follows this JSON Schema");
        }
    }

    @Test
    void ollamaTakesTheSchemaAsFormat() throws IOException {
        try (Trial trial = Trial.of(Tongue.OLLAMA, Tongue.OLLAMA.answer("{\"title\":\"t\"}"))) {
            trial.chat(asked(schema()));
            trial.chat(asked(ResponseFormat.json()));

            assertThat(sent(trial, 0).path("format")).isEqualTo(JSON.readTree(SCHEMA));
            assertThat(sent(trial, 1).path("format").asText()).isEqualTo("json");
        }
    }

    @Test
    void anthropicAnswersThroughATool() throws IOException {
        String reply =
                "{\"id\":\"msg_1\",\"type\":\"message\",\"model\":\"claude\",\"stop_reason\":\"tool_use\",\"content\":"
                        + "[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"lesson\",\"input\":{\"title\":\"t\"}}],\"usage\":{\"input_tokens\":5,"
                        + "\"cache_read_input_tokens\":20,\"output_tokens\":3}}";
        try (Trial trial = Trial.of(Tongue.ANTHROPIC, Answer.json(200, reply))) {
            ChatReply answer = trial.chat(asked(schema()));

            assertThat(answer.text()).isEqualTo("{\"title\":\"t\"}");
            assertThat(answer.finishReason().name()).isEqualTo("stop");
            assertThat(answer.usage().input()).hasValue(25);
            assertThat(sent(trial, 0).at("/tool_choice/name").asText()).isEqualTo("lesson");
        }
    }

    @Test
    void theLadderGoesDownOneStepARefusalAndRemembers() throws IOException {
        Answer refused = Answer.json(400, Answers.errorBody("", "response_format is not supported here"));
        try (Trial trial = Trial.of(Tongue.OPENAI, refused, refused, Tongue.OPENAI.answer("{\"title\":\"t\"}"))) {
            trial.chat(asked(schema()));
            trial.chat(asked(schema()));

            assertThat(sent(trial, 0).at("/response_format/type").asText()).isEqualTo("json_schema");
            assertThat(sent(trial, 1).at("/response_format/type").asText()).isEqualTo("json_object");
            assertThat(sent(trial, 2).has("response_format")).isFalse();
            assertThat(sent(trial, 3).has("response_format")).isFalse();
            assertThat(trial.posts()).isEqualTo(4);
            assertThat(trial.model.capabilities().structuredOutput()).isFalse();
            assertThat(trial.questions().get(0).header("idempotency-key"))
                    .isNotEqualTo(trial.questions().get(1).header("idempotency-key"));
        }
    }

    @Test
    void aConstraintThatIsIgnoredTwiceIsNotTrustedAnyMore() throws IOException {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer("Sure! Here is your title: t"))) {
            trial.chat(asked(schema()));
            trial.chat(asked(schema()));
            trial.chat(asked(schema()));

            assertThat(sent(trial, 1).at("/response_format/type").asText()).isEqualTo("json_schema");
            assertThat(sent(trial, 2).at("/response_format/type").asText()).isEqualTo("json_object");
        }
    }

    @Test
    void aTextQuestionIsNotPutAgainForWhatASchemaWouldChange() {
        try (Trial trial = Trial.of(
                Tongue.OPENAI, Answer.json(400, Answers.errorBody("", "Invalid JSON schema in tool definition")))) {
            trial.fails(dev.alain.chat.ChatException.InvalidRequest.class);

            assertThat(trial.posts()).isEqualTo(1);
        }
    }

    @Test
    void lmStudioIsNeverAskedForJsonMode() throws IOException {
        try (dev.alain.testkit.FaultServer server = dev.alain.testkit.FaultServer.answering(Answers.openAi("{}"));
                RemoteChatModel model =
                        LmStudio.builder("m").baseUrl(server.uri() + "/v1").build()) {
            model.chat(asked(ResponseFormat.json()));

            assertThat(server.requests().get(0).body()).doesNotContain("response_format");
        }
    }

    @Test
    void theTokenFieldIsSwitchedOnceAndRemembered() throws IOException {
        Answer refused = Answer.json(
                400,
                "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                        + "'max_completion_tokens' instead.\",\"param\":\"max_tokens\",\"code\":\"unsupported_parameter\"}}");
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer("x"));
                dev.alain.testkit.FaultServer server =
                        dev.alain.testkit.FaultServer.answering(refused, Answers.openAi("ok"));
                RemoteChatModel model =
                        OpenAiCompatible.at(server.uri() + "/v1").model("m").build()) {
            trial.chat();
            model.chat(Trial.question(50));
            model.chat(Trial.question(50));

            assertThat(server.requests().get(0).body()).contains("\"max_tokens\":50");
            assertThat(server.requests().get(1).body())
                    .contains("\"max_completion_tokens\":50")
                    .doesNotContain("max_tokens");
            assertThat(server.requests().get(2).body()).contains("\"max_completion_tokens\":50");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void samplingThatIsRefusedIsLeftOut() throws IOException {
        Answer refused = Answer.json(
                400,
                "{\"error\":{\"message\":\"Unsupported value: 'temperature' does not support 0.2\",\"code\":\"unsupported_value\"}}");
        try (Trial trial = Trial.of(Tongue.OPENAI, refused, Tongue.OPENAI.answer("ok"))) {
            trial.chat(full());

            assertThat(sent(trial, 1).has("temperature")).isFalse();
        }
    }

    @Test
    void aModelThatOnlyThoughtIsToldNotTo() throws IOException {
        String thought =
                "{\"model\":\"q\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"hm\"},\"done\":true,\"done_reason\":\"stop\"}";
        try (Trial trial =
                Trial.of(Tongue.OLLAMA, Answer.json(200, thought), Tongue.OLLAMA.answer("{\"title\":\"t\"}"))) {
            trial.chat(asked(schema()));
            trial.chat(asked(schema()));

            assertThat(sent(trial, 0).has("think")).isFalse();
            assertThat(sent(trial, 1).path("think").asBoolean(true)).isFalse();
            assertThat(sent(trial, 2).path("think").asBoolean(true)).isFalse();
            assertThat(trial.posts()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>I see \\\"{\\\" and </b></think>{\"title\":\"t\"}",
                "I thought without a beginning</think>\n\n{\"title\":\"t\"}",
                "<thinking>hm</thinking>\n```json\n{\"title\":\"t\"}\n```",
                "```json\n{\"title\":\"t\"}\n```"
            })
    void aLeadingThoughtIsSetApart(String text) throws IOException {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer(text))) {
            assertThat(trial.chat(asked(schema())).text()).isEqualTo("{\"title\":\"t\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"how <think> and </think> work\"}",
                "<think>never closed {\"title\":\"t\"}",
                "<think>hm</think>{\"title\":\"cut",
                "[\"</think>\",\"{}\"]"
            })
    void whatIsNoLeadingThoughtStays(String text) throws IOException {
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer(text))) {
            assertThat(trial.chat(asked(schema())).text()).isEqualTo(text);
        }
    }

    @Test
    void textAboutThoughtsStaysWhenTextWasAskedFor() {
        String text = "<think>is a tag</think> that models use";
        try (Trial trial = Trial.of(Tongue.OPENAI, Tongue.OPENAI.answer(text))) {
            assertThat(trial.chat().text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning", "reasoning_content"})
    void reasoningStandsApart(String field) {
        String body = "{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\"blue\",\"" + field
                + "\":\"Rayleigh\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":9,"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":8}},\"timings\":{\"prompt_n\":4}}";
        try (Trial trial = Trial.of(Tongue.OPENAI, Answer.json(200, body))) {
            ChatReply reply = trial.chat();

            assertThat(reply.text()).isEqualTo("blue");
            assertThat(reply.reasoning()).isEqualTo("Rayleigh");
            assertThat(reply.usage().reasoning()).hasValue(8);
            assertThat(reply.raw().at("/timings/prompt_n").asInt()).isEqualTo(4);
        }
    }

    @Test
    void extraFieldsAreSentAsTheyAre() throws IOException {
        try (Trial trial = Trial.of(
                Tongue.OLLAMA,
                builder -> builder.extraBody("keep_alive", JsonNodeFactory.instance.textNode("1h"))
                        .extraBody("options", JSON.createObjectNode().put("num_ctx", 8192)),
                Tongue.OLLAMA.answer("ok"))) {
            trial.chat();

            assertThat(sent(trial, 0).path("keep_alive").asText()).isEqualTo("1h");
            assertThat(sent(trial, 0).at("/options/num_ctx").asInt()).isEqualTo(8192);
        }
    }

    @Test
    void theContextOfOllamaNeverShrinksAndNeverPassesTheModels() throws IOException {
        try (Trial trial = Trial.of(Tongue.OLLAMA, Tongue.OLLAMA.answer("ok"))) {
            trial.chat(asked("w ".repeat(30_000)));
            trial.chat();
            trial.chat(asked("w ".repeat(300_000)));

            assertThat(sent(trial, 0).at("/options/num_ctx").asInt()).isEqualTo(32_768);
            assertThat(sent(trial, 1).at("/options/num_ctx").asInt()).isEqualTo(32_768);
            assertThat(sent(trial, 2).at("/options/num_ctx").asInt()).isEqualTo(40_960);
            assertThat(trial.server.requests())
                    .filteredOn(request -> request.path().equals("/api/show"))
                    .hasSize(1);
            assertThat(trial.model.capabilities().contextLength()).hasValue(40_960);
        }
    }

    private static ChatRequest full() {
        return ChatRequest.builder()
                .message(Message.system("Be brief."))
                .message(Message.user("Why?"))
                .temperature(0.2)
                .topP(0.9)
                .seed(7)
                .stop("END")
                .maxOutputTokens(100)
                .build();
    }

    private static ResponseFormat schema() throws IOException {
        return new ResponseFormat.JsonSchema("lesson", JSON.readTree(SCHEMA));
    }

    private static ChatRequest asked(ResponseFormat format) {
        return Trial.question(100).toBuilder().responseFormat(format).build();
    }

    private static ChatRequest asked(String text) {
        return ChatRequest.builder()
                .message(Message.user(text))
                .maxOutputTokens(100)
                .build();
    }

    private static JsonNode sent(Trial trial, int number) throws IOException {
        return JSON.readTree(trial.questions().get(number).body());
    }
}
