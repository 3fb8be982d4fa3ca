package dev.alain.validators.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationOptions;
import dev.alain.validation.ValidationReport;
import dev.alain.validators.Catalogue;
import dev.alain.validators.rules.SampleSecrets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every type of key is found wherever it hides, is taken away whole, and is never told by a report. */
final class SecretSamplesTest {
    private static final int SAMPLES = Boolean.getBoolean("gate") ? 20 : 4;
    /** How many samples of a type are mended too, which takes longer. */
    private static final int MENDED = 3;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> CONTEXT = Set.of("deepseek", "cohere", "wandb", "azure-openai", "poe");
    private static final Map<String, BiFunction<String, String, ObjectNode>> PLACES = places();

    private static Map<String, BiFunction<String, String, ObjectNode>> places() {
        Map<String, BiFunction<String, String, ObjectNode>> places = new LinkedHashMap<>();
        places.put("source", (name, key) -> code(name + "_key = " + quoted(key)));
        places.put("comment", (name, key) -> code("# " + name + " key " + key.strip() + "\nx = 1"));
        places.put("markdown", (name, key) -> text("Use this " + name + " key: `" + key.strip() + "`, and go on."));
        places.put(
                "escaped", (name, key) -> code("text = '{\"" + name + "\": \"" + key.replace("\n", "\\n") + "\\n\"}'"));
        places.put("stream", (name, key) -> output(stream(name + "_key=" + key + "\n")));
        places.put("coloured", (name, key) -> output(stream("\u001b[32m" + name + ": \u001b[31m" + key + "\u001b[0m")));
        places.put("display", (name, key) -> output(display("text/plain", "{'" + name + "': '" + key + "'}")));
        places.put("html", (name, key) -> output(display("text/html", "<b>" + name + "</b>=<i>" + key + "</i>")));
        places.put("json", (name, key) -> {
            ObjectNode shown = display("application/json", "");
            ((ObjectNode) shown.path("data"))
                    .putObject("application/json")
                    .putObject("deep")
                    .put(name, key);
            return output(shown);
        });
        places.put("traceback", (name, key) -> {
            ObjectNode error = MAPPER.createObjectNode().put("output_type", "error");
            error.put("ename", "AuthError")
                    .put("evalue", "no")
                    .putArray("traceback")
                    .add(name + " '" + key + "'");
            return output(error);
        });
        places.put("cell metadata", (name, key) -> {
            ObjectNode notebook = code("x = 1");
            cell(notebook)
                    .putObject("metadata")
                    .putObject("a/b")
                    .putArray("list")
                    .addObject()
                    .put(name, key);
            return notebook;
        });
        places.put("notebook metadata", (name, key) -> {
            ObjectNode notebook = code("x = 1");
            ((ObjectNode) notebook.path("metadata"))
                    .putObject("run")
                    .putObject("env")
                    .put(name + "_KEY", key);
            return notebook;
        });
        places.put("metadata key", (name, key) -> {
            ObjectNode notebook = code("x = 1");
            ((ObjectNode) notebook.path("metadata"))
                    .putObject("run")
                    .putObject(name + " " + key)
                    .put("x", 1);
            return notebook;
        });
        places.put("attachment", (name, key) -> {
            ObjectNode notebook = text("See it.");
            cell(notebook).putObject("attachments").putObject("note.txt").put("text/plain", name + "=" + key);
            return notebook;
        });
        places.put("plus", (name, key) -> code(name + "_key = " + pieces(key, " + ")));
        places.put("neighbours", (name, key) -> code("client(" + name + "_key=(" + pieces(key, "\n    ") + "))"));
        places.put("join", (name, key) -> code(name + "_key = ''.join([" + pieces(key, ", ") + "])"));
        places.put(
                "f-string",
                (name, key) -> code("head = " + quoted(key.substring(0, 9)) + "\n" + name + "_key = f\"{head}"
                        + escaped(key.substring(9)) + "\""));
        places.put(
                "names",
                (name, key) -> code("a = " + quoted(key.substring(0, 11)) + "\nb = " + quoted(key.substring(11)) + "\n"
                        + name + "_key = a + b"));
        places.put(
                "grown",
                (name, key) -> code(name + "_key = " + quoted(key.substring(0, 11)) + "\n" + name + "_key += "
                        + quoted(key.substring(11))));
        return places;
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** Three literals; cut anywhere but inside an escape. */
    private static String pieces(String key, String between) {
        int cut = Math.max(4, key.length() / 3);
        return quoted(key.substring(0, 4))
                + between
                + quoted(key.substring(4, 4 + cut))
                + between
                + quoted(key.substring(4 + cut));
    }

    private static ObjectNode notebook(String type, String source) {
        ObjectNode notebook = MAPPER.createObjectNode();
        ObjectNode cell = notebook.putArray("cells").addObject();
        cell.put("cell_type", type).put("id", "c1").put("source", source).putObject("metadata");
        notebook.putObject("metadata");
        return notebook.put("nbformat", 4).put("nbformat_minor", 5);
    }

    private static ObjectNode code(String source) {
        ObjectNode notebook = notebook("code", source);
        cell(notebook).putNull("execution_count").putArray("outputs");
        return notebook;
    }

    private static ObjectNode text(String source) {
        return notebook("markdown", source);
    }

    private static ObjectNode cell(JsonNode notebook) {
        return (ObjectNode) notebook.path("cells").get(0);
    }

    private static ObjectNode output(ObjectNode output) {
        ObjectNode notebook = code("show()");
        ((ArrayNode) cell(notebook).path("outputs")).add(output);
        return notebook;
    }

    private static ObjectNode stream(String text) {
        return MAPPER.createObjectNode()
                .put("output_type", "stream")
                .put("name", "stdout")
                .put("text", text);
    }

    private static ObjectNode display(String type, String text) {
        ObjectNode output = MAPPER.createObjectNode().put("output_type", "display_data");
        output.putObject("metadata");
        output.putObject("data").put(type, text);
        return output;
    }

    @TestFactory
    Stream<DynamicTest> everyTypeIsFoundInEveryPlaceAndTakenAway() {
        return SampleSecrets.types().stream()
                .filter(type -> !type.equals("password") && !type.equals("random") && !type.equals("private-key-json"))
                .map(type -> DynamicTest.dynamicTest(type, () -> isFoundEverywhere(type)));
    }

    private static void isFoundEverywhere(String type) {
        // "poe" alone is a name that much else has.
        String known = type.equals("poe") ? "poe_api_key" : type.replace('-', '_');
        String name = CONTEXT.contains(type) ? known : "service";
        for (int number = 0; number < SAMPLES; number++) {
            String key = SampleSecrets.sample(type, number);
            for (Map.Entry<String, BiFunction<String, String, ObjectNode>> place : PLACES.entrySet()) {
                ObjectNode notebook = place.getValue().apply(name, key);
                isFound(type + " " + number + " in " + place.getKey(), key, notebook, number < MENDED);
            }
        }
    }

    private static void isFound(String what, String key, ObjectNode notebook, boolean mend) {
        NotebookDocument document = NotebookDocument.of(notebook);
        ValidationReport report = validator("SEC001", "SEC003").validate(document);
        assertThat(report.findings()).as(what).isNotEmpty().allMatch(f -> f.severity() == Severity.ERROR);
        String inside = inner(key);
        report.findings().forEach(finding -> assertThat(told(finding)).as(what).doesNotContain(inside));
        if (mend) {
            isTakenAway(what, inside, document);
        }
    }

    private static void isTakenAway(String what, String inside, NotebookDocument document) {
        NotebookFixer.Fixed fixed =
                NotebookFixer.using(validator("SEC001", "SEC003")).fix(document);
        assertThat(fixed.report().findings()).as(what + " after mending").isEmpty();
        assertThat(new String(fixed.document().bytes(), StandardCharsets.UTF_8))
                .as(what)
                .doesNotContain(inside);
        assertThat(fixed.applied().toString()).as(what).doesNotContain(inside);
    }

    /** Eight characters from the secret part, which no report may show. */
    private static String inner(String key) {
        int middle = key.length() * 3 / 4;
        return key.strip().substring(middle - 8, middle);
    }

    private static String told(Finding finding) {
        return MAPPER.valueToTree(finding) + finding.toString() + finding.fixes();
    }

    @Test
    void splitTextsAreJoined() {
        for (String type : List.of("openai", "groq", "cohere", "wandb", "azure-openai", "deepseek")) {
            String key = SampleSecrets.sample(type, 5);
            String a = quoted(key.substring(0, 12));
            String b = quoted(key.substring(12));
            String name = type.replace('-', '_') + "_api_key";
            for (String code : List.of(
                    "parts = [" + a + ", " + b + "]\n" + name + " = parts[0] + parts[1]",
                    "d = {\"a\": " + a + ", \"b\": " + b + "}\n" + name + " = d[\"a\"] + d['b']",
                    "a, b = " + a + ", " + b + "\n" + name + " = a + b",
                    "class C:\n    A = " + a + "\n    B = " + b + "\n" + name + " = C.A + C.B",
                    "ps = []\nps.append(" + a + ")\nps.append(" + b + ")\n" + name + " = ''.join(ps)",
                    name + " = ''.join(chr(c) for c in " + key.chars().boxed().toList() + ")",
                    name + " = ''.join(map(chr, " + key.chars().boxed().toList() + "))",
                    "!export " + name + "=" + a + b,
                    "!A=" + a + "; export " + name + "=$A" + b,
                    name + " = f\"{'" + key.substring(0, 12) + "'}{'" + key.substring(12) + "'}\"",
                    name + " = f\"{" + a + "}{" + b + "}\"",
                    name + " = '{x}{y}'.format(x=" + a + ", y=" + b + ")")) {
                isFound(type + " in " + code.replace(key, "KEY"), key, code(code), false);
            }
        }
    }

    @Test
    void idsNearAProvidersNameAreNoKeys() {
        String hex = new java.math.BigInteger(512, new Random(3)).toString(16);
        String id = hex.substring(0, 32);
        for (String code : List.of(
                "# azure blob\nname = \"" + id + ".csv\"",
                "# azure\nsub_id = \"" + id + "\"",
                "AZURE_DEPLOYMENT_ID=\"" + id + "\"",
                "azure_key = \"" + id + ".csv\"",
                "wandb.init(resume=\"" + hex.substring(0, 40) + "\")")) {
            assertThat(validator("SEC001")
                            .validate(NotebookDocument.of(code(code)))
                            .findings())
                    .as(code)
                    .isEmpty();
        }
    }

    @Test
    void whatOnlyLooksLikeAKeyIsLeftAlone() {
        NotebookValidator validator = validator("SEC001", "SEC002", "SEC003", "SEC005");
        for (String text : innocent()) {
            for (ObjectNode notebook : List.of(
                    code("value = \"" + text + "\""),
                    text("It says " + text + " here."),
                    output(stream(text)),
                    output(display("text/html", text)))) {
                assertThat(validator.validate(NotebookDocument.of(notebook)).findings())
                        .as(text)
                        .noneMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }
    }

    private static List<String> innocent() {
        Random random = new Random(7);
        List<String> texts = new java.util.ArrayList<>(List.of(
                "sk-...",
                "sk-xxxx",
                "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "sk-your-key",
                "sk-ant-...",
                "sk-proj-...",
                "<your key>",
                "<OPENAI_API_KEY>",
                "${OPENAI_API_KEY}",
                "YOUR_API_KEY",
                "hf_...",
                "hf_xxxxxxxxxxxx",
                "hf_YOUR_TOKEN_HERE",
                "AIza...",
                "AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "AKIAIOSFODNN7EXAMPLE",
                "gsk_...",
                "r8_****",
                "nvapi-...",
                "pplx-xxxxxxxx",
                "key-00000000000000000000000000000000",
                "OPENAI_API_KEY",
                "AZURE_OPENAI_API_KEY",
                "HUGGING_FACE_HUB_TOKEN",
                "meta-llama/Llama-3.1-8B-Instruct",
                "sentence-transformers/all-MiniLM-L6-v2",
                "hf-internal-testing/tiny-random-LlamaForCausalLM",
                "sk-learn-contrib/imbalanced-learn-documentation-page",
                "scikit-learn",
                "task-completion-with-many-dashes-in-it",
                "https://user:password@example.com/x",
                "postgresql://postgres:postgres@localhost:5432/db",
                "http://localhost:8080/@id",
                "redis://:changeme@redis:6379",
                "mongodb://user:pass@localhost",
                "https://$USER:$TOKEN@github.com/o/r.git",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----...-----END PRIVATE KEY-----",
                "git@github.com:huggingface/transformers.git",
                "eyJ...",
                "convert_hf_checkpoint_to_something_else_entirely",
                "sk-12345678901234567890123456789012",
                "[REDACTED:openai]",
                "***",
                "xai-grok-beta",
                "risk-adjusted",
                "disk-usage"));
        for (int i = 0; i < 12; i++) {
            String hex = new java.math.BigInteger(512, random).toString(16) + "0123456789abcdef";
            texts.add(hex.substring(0, 40));
            texts.add("commit " + hex.substring(3, 43));
            texts.add("sha256:" + hex.substring(0, 64));
            texts.add("wandb==0.16.0 --hash=sha256:" + hex.substring(5, 69));
            texts.add(new java.util.UUID(random.nextLong(), random.nextLong()).toString());
            byte[] bytes = new byte[600];
            random.nextBytes(bytes);
            texts.add("<img src='data:image/png;base64,"
                    + java.util.Base64.getEncoder().encodeToString(bytes) + "'>");
        }
        return texts;
    }

    @Test
    void puttingTextsTogetherGrowsWithTheCodeOnly() {
        for (String bad : List.of(
                "\"a\"+",
                "f\"\" ",
                "(a+",
                "a+=a\n",
                "'%s'%(",
                "a='bbbb'\na+=a\n(a)(a)(a)\n",
                "a=['b','c']\nd=''.join(a)\n")) {
            long small = charactersPutTogether(bad.repeat(1_000));
            long large = charactersPutTogether(bad.repeat(4_000));
            assertThat(large).as(bad).isLessThanOrEqualTo(small * 5 + 1_000_000);
        }
    }

    private static long charactersPutTogether(String code) {
        long[] joined = {0};
        StringJoins joins =
                new StringJoins((value, at) -> joined[0] += value.text().length());
        joins.read("c", code, PythonTokens.of(code));
        return joined[0];
    }

    @Test
    void redactedTextHoldsNoSecretAndIsLeftAsItIs() {
        String key = SampleSecrets.sample("groq", 1);
        String redacted = SecretScanner.redact("key=" + key + "\n");
        assertThat(redacted).isEqualTo("key=[REDACTED:groq]\n");
        assertThat(SecretScanner.redact(redacted)).isSameAs(redacted);
    }

    private static NotebookValidator validator(String... ids) {
        List<NotebookRule> rules = new Catalogue()
                .rules().stream()
                        .filter(rule -> List.of(ids).contains(rule.info().id()))
                        .toList();
        return NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(rules.toArray(NotebookRule[]::new)))
                .options(ValidationOptions.DEFAULTS.withProfiles(Set.of("security")))
                .build();
    }
}
