package dev.alain.core.teach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The released set of prompts and contracts: files with strict blanks and no logic. Thread-safe. */
final class Prompts {
    private static final String SET = "v1";
    private static final List<String> FILES = List.of(
            "prompts/v1/system.md",
            "prompts/v1/recipe.md",
            "prompts/v1/outline.md",
            "prompts/v1/section.md",
            "prompts/v1/again-whole.md",
            "prompts/v1/again-part.md",
            "prompts/v1/again-rest.md",
            "prompts/v1/review.md",
            "prompts/v1/audience.json",
            "contracts/outline.v1.schema.json",
            "contracts/section.v1.schema.json",
            "contracts/review.v1.schema.json");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final JsonNode audiences;
    private final String id;

    Prompts() {
        FILES.forEach(file -> texts.put(file, text(file)));
        audiences = json("prompts/v1/audience.json");
        id = SET + ":" + sha256(String.join("\n", texts.values())).substring(0, 12);
    }

    /** The set and a hash of its files, so that a changed prompt asks again. */
    String id() {
        return id;
    }

    /** A prompt by name, its blanks still open. */
    String template(String name) {
        String template = texts.get("prompts/" + SET + "/" + name + ".md");
        if (template == null) {
            throw new IllegalArgumentException("there is no prompt " + name);
        }
        return template;
    }

    Contract contract(String name) {
        return new Contract(name, json("contracts/" + name + ".schema.json"));
    }

    /** For whom a level is. */
    String audience(String difficulty) {
        return audiences.path(difficulty).asText(difficulty);
    }

    /** Twelve hex digits that a text cannot contain on purpose, because they depend on the whole of it. */
    static String marker(String text) {
        return sha256(text).substring(0, 12);
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(texts.get(file));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + file, e);
        }
    }

    private static String text(String file) {
        try (InputStream in = Prompts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + file, e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
