package dev.alain.validators.secrets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A secret in a text, told by where it stands and never by what it is.
 *
 * @param kind what sort of secret
 * @param type short name, such as {@code openai}
 * @param label for people, with an article: {@code an OpenAI key}
 * @param variable the environment variable that such a key is usually read from
 * @param shown the public beginning that all keys of the type share; may be empty
 * @param start first character in the text
 * @param end after its last character
 * @param digest first eight hex digits of its sha256; empty where a short value could be guessed from it
 */
public record Leak(
        Kind kind, String type, String label, String variable, String shown, int start, int end, String digest) {
    /** What sorts of secrets there are. */
    public enum Kind {
        /** A key of a provider, told by its shape. */
        PROVIDER_KEY,
        /** A private key in armour. */
        PRIVATE_KEY,
        /** User and password in an address. */
        PASSWORD_IN_URL
    }

    /** What stands in its place once it is blotted out. */
    public String redacted() {
        return "[REDACTED:" + type + "]";
    }

    /** What may be shown of it. */
    public String evidence() {
        String hash = digest.isEmpty() ? "" : ", sha256 " + digest + "…";
        return redacted() + " " + (shown.isEmpty() ? "" : shown + "…, ") + (end - start) + " characters" + hash;
    }

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }

    Leak at(int from, int to) {
        return new Leak(kind, type, label, variable, shown, from, to, digest);
    }

    static String digest(CharSequence secret) {
        try {
            byte[] bytes = secret.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
