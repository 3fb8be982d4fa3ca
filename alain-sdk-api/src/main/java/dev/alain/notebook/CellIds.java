package dev.alain.notebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A source of ids for cells that have none, asked once for each such cell in document order.
 *
 * <p>Instances carry state (a counter, the texts seen), so take a new one for every notebook.
 */
@FunctionalInterface
public interface CellIds {
    /**
     * The id for a cell.
     *
     * @param cellType {@code markdown}, {@code code} or {@code raw}
     * @param source the cell's text
     * @return 1 to 64 characters of {@code [a-zA-Z0-9-_]}
     */
    String next(String cellType, String source);

    /** Ids that depend on content only: 12 hex digits of sha256 over type, source and occurrence. */
    static CellIds fromContent() {
        Map<String, Integer> seen = new HashMap<>();
        return (type, source) -> {
            int occurrence = seen.merge(type + "\0" + source, 1, Integer::sum);
            return sha256(type + "\0" + source + "\0" + occurrence).substring(0, 12);
        };
    }

    /** Ids {@code 00000001}, {@code 00000002}, …: for tests that compare bytes. */
    static CellIds counter() {
        int[] last = {0};
        return (type, source) -> HexFormat.of().toHexDigits(++last[0]);
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
