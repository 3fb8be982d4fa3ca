package dev.alain.core.research;

import dev.alain.research.SourceRef;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as text: decoded, without byte order mark, with {@code \n} line ends.
 *
 * @param exact whether every byte could be decoded
 */
public record SourceText(SourceRef ref, String text, boolean exact) {
    /** Decodes bytes as UTF-8, or as UTF-16 when they start with its mark; broken bytes become U+FFFD. */
    public static SourceText decode(SourceRef ref, byte[] bytes) {
        Charset charset = charsetOf(bytes);
        String decoded = new String(bytes, charset);
        boolean exact = decodes(bytes, charset);
        String text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        return new SourceText(ref, text.replace("\r\n", "\n").replace('\r', '\n'), exact);
    }

    private static Charset charsetOf(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        boolean bigEndian = bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff;
        return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The SHA-256 of bytes, in hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
