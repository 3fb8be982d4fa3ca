package dev.alain.validators.trace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** What decoding functions make of constant text; bytes are texts of one character each. */
public final class Decoders {
    /** More is not unpacked. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("base64.b64decode", "base64"),
            Map.entry("base64.standard_b64decode", "base64"),
            Map.entry("base64.urlsafe_b64decode", "base64"),
            Map.entry("base64.decodebytes", "base64"),
            Map.entry("base64.decodestring", "base64"),
            Map.entry("binascii.a2b_base64", "base64"),
            Map.entry("base64.b16decode", "hex"),
            Map.entry("base64.b32decode", "base32"),
            Map.entry("base64.a85decode", "unknown"),
            Map.entry("base64.b85decode", "unknown"),
            Map.entry("bytes.fromhex", "hex"),
            Map.entry("bytearray.fromhex", "hex"),
            Map.entry("binascii.unhexlify", "hex"),
            Map.entry("binascii.a2b_hex", "hex"),
            Map.entry("zlib.decompress", "zlib"),
            Map.entry("gzip.decompress", "gzip"),
            Map.entry("bz2.decompress", "unknown"),
            Map.entry("lzma.decompress", "unknown"),
            Map.entry("marshal.loads", "unknown"),
            Map.entry("urllib.parse.unquote", "url"),
            Map.entry("html.unescape", "unknown"));

    private Decoders() {}

    static Optional<Value> decoded(String function, List<Value> values) {
        Value first = values.isEmpty() ? Value.UNKNOWN : values.get(0);
        String code = FUNCTIONS.get(function);
        if (function.equals("codecs.decode") && values.size() > 1) {
            code = values.get(1).text().orElse("unknown");
        }
        if (code == null) {
            return Optional.empty();
        }
        Value result = first.data() instanceof String text && !code.equals("unknown")
                ? value(named(code, text))
                : Value.UNKNOWN;
        return Optional.of(result.from("decoded"));
    }

    private static Value value(String text) {
        return text.isEmpty() ? Value.UNKNOWN : Value.of(text);
    }

    /** Text decoded by a code's name; empty when it cannot be. */
    public static String named(String code, String text) {
        try {
            return switch (code) {
                case "base64", "base64_codec" -> latin(Base64.getMimeDecoder().decode(standard(text)));
                case "hex", "hex_codec" -> latin(HexFormat.of().parseHex(letters(text)));
                case "base32" -> base32(text);
                case "rot13", "rot_13" -> rot13(text);
                case "zlib", "zip" -> unpacked(new InflaterInputStream(bytes(text)));
                case "gzip" -> unpacked(new GZIPInputStream(bytes(text)));
                case "url" -> java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
                case "utf-8", "utf8", "ascii", "latin-1", "unicode_escape" -> Escapes.decoded(text);
                default -> "";
            };
        } catch (IllegalArgumentException | IOException e) {
            return "";
        }
    }

    static String utf8(String bytes) {
        boolean plain = bytes.chars().allMatch(c -> c < 256);
        return plain ? new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : bytes;
    }

    private static String standard(String text) {
        return text.replace('-', '+').replace('_', '/');
    }

    private static String letters(String text) {
        StringBuilder kept = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String unpacked(InputStream packed) throws IOException {
        try (packed) {
            return latin(packed.readNBytes(MOST_BYTES));
        }
    }

    private static String base32(String text) {
        StringBuilder all = new StringBuilder();
        long bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(Character.toUpperCase(c));
            if (digit >= 0) {
                bits = (bits << 5 | digit) & 0xFFFFFF;
                count += 5;
            }
            if (count >= 8) {
                count -= 8;
                all.append((char) (bits >> count & 0xFF));
            }
        }
        return all.toString();
    }

    private static String rot13(String text) {
        StringBuilder all = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char base = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
            all.append(base == 0 ? c : (char) (base + (c - base + 13) % 26));
        }
        return all.toString();
    }
}
