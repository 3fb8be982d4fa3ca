package dev.alain.validators.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Keys that look real, put together when they are needed so that none stands in this project. */
public final class SampleSecrets {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String HEX = DIGITS + "abcdef";
    private static final String LETTERS = LOWER + LOWER.toUpperCase(java.util.Locale.ROOT);
    private static final String ALNUM = LETTERS + DIGITS;
    private static final String WORD = ALNUM + "_-";
    private static final String BASE64 = ALNUM + "+/";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** How many samples a page can name: {@code {{secret:openai}}}, {@code {{secret:openai#2}}}, …. */
    private static final int NAMED = 4;

    private static final Map<String, Function<Dice, String>> TYPES = generators();

    private SampleSecrets() {}

    private record Dice(Random random) {
        String of(String alphabet, int length) {
            StringBuilder text = new StringBuilder();
            random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            return text.toString();
        }

        String one(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        int from(int least, int most) {
            return least + random.nextInt(most - least + 1);
        }
    }

    private static Map<String, Function<Dice, String>> generators() {
        Map<String, Function<Dice, String>> types = new LinkedHashMap<>();
        types.put("openai", d -> {
            String part = d.one("proj", "svcacct", "admin");
            int length = part.equals("proj") ? 74 : 58;
            return "sk-" + part + "-" + d.of(WORD, length) + "T3BlbkFJ" + d.of(WORD, length - 1) + d.of(ALNUM, 1);
        });
        types.put("openai-legacy", d -> "sk-" + d.of(ALNUM, 20) + "T3BlbkFJ" + d.of(ALNUM, 20));
        types.put("anthropic", d -> "sk-ant-" + d.one("api03", "admin01") + "-" + d.of(WORD, 93) + "AA");
        types.put("google", d -> "AIza" + d.of(WORD, 34) + d.of(ALNUM, 1));
        types.put("huggingface", d -> "hf_" + d.of(LETTERS, 34));
        types.put("huggingface-org", d -> "api_org_" + d.of(LETTERS, 34));
        types.put("groq", d -> "gsk_" + d.of(ALNUM, 52));
        types.put("openrouter", d -> "sk-or-v1-" + d.of(HEX, 64));
        types.put("xai", d -> "xai-" + d.of(ALNUM, 80));
        types.put("replicate", d -> "r8_" + d.of(ALNUM, 37));
        types.put("nvidia", d -> "nvapi-" + d.of(WORD, 64));
        types.put("perplexity", d -> "pplx-" + d.of(ALNUM, 48));
        types.put("deepseek", d -> "sk-" + d.of(LOWER + DIGITS, 32));
        types.put("cohere", d -> d.of(ALNUM, 40));
        types.put("wandb", d -> d.of(HEX, 40));
        types.put("azure-openai", d -> d.of(HEX, 32));
        types.put("langsmith", d -> "lsv2_" + d.one("pt", "sk") + "_" + d.of(HEX, 32) + "_" + d.of(HEX, 10));
        types.put("langfuse", d -> d.one("pk", "sk") + "-lf-" + uuid(d));
        types.put("pinecone", d -> "pcsk_" + d.of(ALNUM, d.from(5, 6)) + "_" + d.of(ALNUM, 63));
        types.put("aws", d -> d.one("AKIA", "ASIA", "ABIA", "ACCA", "A3TX") + d.of(BASE32, 16));
        types.put("aws-bedrock", d -> "ABSK" + d.of(BASE64, d.from(109, 269)));
        types.put("azure-ad", d -> d.of(ALNUM, 3) + d.of(DIGITS, 1) + "Q~" + d.of(ALNUM, d.from(31, 34)));
        types.put("github", d -> d.one("ghp_", "gho_", "ghu_", "ghs_", "ghr_") + d.of(ALNUM, 36));
        types.put("github-pat", d -> "github_pat_" + d.of(ALNUM + "_", 82));
        types.put("gitlab", d -> "glpat-" + d.of(WORD, 20));
        types.put("gitlab-routable", d -> "glpat-" + d.of(WORD, d.from(27, 60)) + "." + d.of(LOWER + DIGITS, 9));
        types.put("npm", d -> "npm_" + d.of(ALNUM, 36));
        types.put("pypi", d -> "pypi-AgEIcHlwaS5vcmc" + d.of(WORD, d.from(50, 150)));
        types.put(
                "slack", d -> "xoxb-" + d.of(DIGITS, d.from(10, 13)) + "-" + d.of(DIGITS, 12) + "-" + d.of(ALNUM, 24));
        types.put(
                "slack-webhook",
                d -> "https://hooks.slack.com/services/T" + d.of(BASE32, 10) + "/B" + d.of(BASE32, 10) + "/"
                        + d.of(ALNUM, 24));
        types.put(
                "stripe",
                d -> d.one("sk", "rk") + "_" + d.one("test", "live", "prod") + "_" + d.of(ALNUM, d.from(12, 99)));
        types.put("twilio", d -> "SK" + d.of(HEX, 32));
        types.put("sendgrid", d -> "SG." + d.of(WORD, 22) + "." + d.of(WORD, 43));
        types.put("mailgun", d -> "key-" + d.of(HEX, 32));
        types.put("jwt", d -> "eyJ" + d.of(ALNUM, 30) + ".eyJ" + d.of(WORD, 60) + "." + d.of(WORD, 43));
        types.put("age", d -> "AGE-SECRET-KEY-1" + d.of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58));
        types.put("databricks", d -> "dapi" + d.of(HEX, 32));
        types.put("digitalocean", d -> "dop_v1_" + d.of(HEX, 64));
        types.put("doppler", d -> "dp.pt." + d.of(ALNUM, 43));
        types.put("vault", d -> "hvs." + d.of(WORD, d.from(90, 120)));
        types.put("1password", d -> "ops_eyJ" + d.of(BASE64, d.from(250, 400)));
        types.put("notion", d -> "ntn_" + d.of(DIGITS, 11) + d.of(ALNUM, 35));
        types.put("linear", d -> "lin_api_" + d.of(ALNUM, 40));
        types.put("postman", d -> "PMAK-" + d.of(ALNUM, 24) + "-" + d.of(ALNUM, 34));
        types.put("grafana", d -> "glsa_" + d.of(ALNUM, 32) + "_" + d.of(ALNUM, 8));
        types.put("shopify", d -> "shpat_" + d.of(HEX, 32));
        types.put("telegram", d -> d.of("123456789", d.from(8, 10)) + ":A" + d.of(WORD, 33) + d.of(ALNUM, 1));
        types.put(
                "telegram-url",
                d -> "https://api.telegram.org/bot" + d.of("123456789", 10) + ":AA" + d.of(WORD, 32) + d.of(ALNUM, 1)
                        + "/getMe");
        types.put("poe", d -> d.of(LETTERS, 4) + d.of(DIGITS, 2) + d.of(WORD, 36) + d.of(ALNUM, 1));
        types.put("pypi-long", d -> "pypi-AgENdGVzdC5weXBpLm9yZw" + d.of(WORD, d.from(300, 900)) + d.of(ALNUM, 1));
        types.put("1password-long", d -> "ops_eyJ" + d.of(WORD, d.from(3000, 8000)) + d.of(ALNUM, 1));
        types.put("jwt-unsigned", d -> "eyJ" + d.of(WORD, 30) + ".eyJ" + d.of(WORD, 60) + ".");
        types.put("private-key", d -> pem(d, "\n"));
        types.put("private-key-json", d -> pem(d, "\\n"));
        types.put("random", d -> d.of(LETTERS, 8) + d.of(DIGITS, 4) + d.of(ALNUM, 16));
        types.put("password", d -> d.of(LETTERS, 6) + d.of(DIGITS, 3) + d.of(LETTERS, 5));
        return types;
    }

    private static String uuid(Dice d) {
        return d.of(HEX, 8) + "-" + d.of(HEX, 4) + "-" + d.of(HEX, 4) + "-" + d.of(HEX, 4) + "-" + d.of(HEX, 12);
    }

    private static String pem(Dice d, String lineEnd) {
        String name = d.one("", "RSA ", "EC ", "OPENSSH ") + "PRIVATE KEY-----";
        List<String> lines = new ArrayList<>(List.of("-----BEGIN " + name));
        for (int i = d.from(2, 20); i > 0; i--) {
            lines.add(d.of(BASE64, 64));
        }
        lines.add(d.of(BASE64, 22) + "==");
        lines.add("-----END " + name);
        return String.join(lineEnd, lines) + lineEnd;
    }

    /** The types there are. */
    public static List<String> types() {
        return List.copyOf(TYPES.keySet());
    }

    /** A sample of a type; the same number gives the same sample. */
    public static String sample(String type, int number) {
        Function<Dice, String> how = TYPES.get(type);
        if (how == null) {
            throw new IllegalArgumentException("no such type of secret: " + type);
        }
        return how.apply(new Dice(new Random(31L * type.hashCode() + number)));
    }

    /** A text with the keys in it masked again, so that none is written to a page. */
    static String masked(String text) {
        String masked = text;
        for (Map.Entry<String, String> mark : marks().entrySet()) {
            masked = masked.replace(mark.getValue(), mark.getKey());
        }
        return masked;
    }

    /** A text with {@code {{secret:NAME}}} filled in; {@code {{tail:NAME}}} is one without its public beginning. */
    static String filledIn(String text) {
        String filled = text;
        if (text.contains("{{secret:") || text.contains("{{tail:")) {
            for (Map.Entry<String, String> mark : marks().entrySet()) {
                filled = filled.replace(mark.getKey(), mark.getValue());
            }
        }
        return filled;
    }

    private static Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        for (String type : TYPES.keySet()) {
            for (int number = 1; number <= NAMED; number++) {
                String name = type + (number == 1 ? "" : "#" + number) + "}}";
                String secret = sample(type, number).stripTrailing();
                marks.put("{{secret:" + name, secret);
                int beginning = secret.startsWith("sk-ant-") ? 7 : 3;
                marks.put("{{tail:" + name, secret.substring(beginning));
            }
        }
        return marks;
    }
}
