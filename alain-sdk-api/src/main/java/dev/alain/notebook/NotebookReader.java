package dev.alain.notebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON text as Python's {@code json} reads it: strict, but NaN and Infinity are numbers and the last key wins. */
final class NotebookReader {
    static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(900)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(4300)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(com.fasterxml.jackson.core.StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private NotebookReader() {}

    static NotebookDocument read(byte[] bytes) {
        FormatProblem encoding = encodingProblem(bytes);
        if (encoding != null) {
            return new NotebookDocument(bytes, null, encoding);
        }
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            JsonNode root = MAPPER.readTree(parser);
            if (root == null || root.isMissingNode()) {
                return new NotebookDocument(bytes, null, new FormatProblem("notebook", "the document is empty"));
            }
            if (parser.nextToken() != null) {
                return new NotebookDocument(
                        bytes, null, new FormatProblem(place(parser), "text after the end of JSON"));
            }
            return checkedRoot(bytes, root);
        } catch (JsonProcessingException e) {
            return new NotebookDocument(bytes, null, problem(e));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("reading from memory", e);
        }
    }

    private static NotebookDocument checkedRoot(byte[] bytes, JsonNode root) {
        if (root instanceof ObjectNode object) {
            return new NotebookDocument(bytes, object, null);
        }
        String kind = root.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        return new NotebookDocument(
                bytes, null, new FormatProblem("notebook", "must be a JSON object, found a JSON " + kind));
    }

    private static @Nullable FormatProblem encodingProblem(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            return new FormatProblem("line 1, column 1", "starts with a byte order mark; JSON is UTF-8 without one");
        }
        if (isAscii(bytes)) {
            return null;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return null;
        } catch (CharacterCodingException e) {
            return new FormatProblem("notebook", "is not UTF-8 (" + e.getMessage() + ")");
        }
    }

    private static boolean isAscii(byte[] bytes) {
        byte all = 0;
        for (byte b : bytes) {
            all |= b;
        }
        return all >= 0;
    }

    private static String place(JsonParser parser) {
        var at = parser.currentTokenLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static FormatProblem problem(JsonProcessingException e) {
        var at = e.getLocation();
        String place = at == null ? "notebook" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new FormatProblem(place, "is not strict JSON: " + e.getOriginalMessage());
    }
}
