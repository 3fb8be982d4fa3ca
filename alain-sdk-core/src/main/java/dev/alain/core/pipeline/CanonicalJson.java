package dev.alain.core.pipeline;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** JSON of RFC 8785: no white space, keys by UTF-16 unit. Only whole numbers, which is all that keys hold. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String write(JsonNode node) {
        StringBuilder text = new StringBuilder();
        append(text, node);
        return text.toString();
    }

    private static void append(StringBuilder text, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(text, node);
            case ARRAY -> {
                String separator = "[";
                for (JsonNode item : node) {
                    text.append(separator);
                    append(text, item);
                    separator = ",";
                }
                text.append(node.isEmpty() ? "[]" : "]");
            }
            case STRING -> string(text, node.textValue());
            case NUMBER -> {
                if (!node.isIntegralNumber()) {
                    throw new IllegalArgumentException("keys hold whole numbers only, not " + node);
                }
                text.append(node.asText());
            }
            default -> text.append(node.asText());
        }
    }

    private static void object(StringBuilder text, JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        String separator = "{";
        for (String name : names) {
            text.append(separator);
            string(text, name);
            text.append(':');
            append(text, node.get(name));
            separator = ",";
        }
        text.append(names.isEmpty() ? "{}" : "}");
    }

    /** Jackson writes control characters in upper-case hexadecimal, the RFC in lower case. */
    private static void string(StringBuilder text, String value) {
        StringBuilder quoted = new StringBuilder();
        JsonStringEncoder.getInstance().quoteAsString(value, quoted);
        text.append('"');
        for (int i = 0; i < quoted.length(); i++) {
            boolean escape = quoted.charAt(i) == '\\' && i + 5 < quoted.length() && quoted.charAt(i + 1) == 'u';
            if (escape) {
                text.append(quoted.substring(i, i + 6).toLowerCase(Locale.ROOT));
                i += 5;
            } else if (quoted.charAt(i) == '\\') {
                text.append(quoted, i, i + 2);
                i++;
            } else {
                text.append(quoted.charAt(i));
            }
        }
        text.append('"');
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String sha256(JsonNode node) {
        return sha256(write(node).getBytes(StandardCharsets.UTF_8));
    }
}
