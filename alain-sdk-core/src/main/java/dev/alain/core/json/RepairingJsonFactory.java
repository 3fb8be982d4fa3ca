package dev.alain.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;

/**
 * A Jackson factory whose parsers mend what they read.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper(new RepairingJsonFactory(RepairOptions.defaults()));
 * Lesson lesson = mapper.readValue(reply, Lesson.class);
 * }</pre>
 *
 * <p>Input is read whole before the first token; bytes are UTF-8. Sources are strings, characters, bytes, readers,
 * streams and files, not URLs. Where there is nothing to read, reading fails with a
 * {@link JsonParseException} whose cause is the {@link JsonRepairException}. Generators are those of
 * {@link JsonFactory}.
 */
public final class RepairingJsonFactory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    private final transient RepairOptions options;

    /** A factory that reads with the options. */
    public RepairingJsonFactory(RepairOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    @Override
    public JsonFactory copy() {
        return new RepairingJsonFactory(options);
    }

    @Override
    public JsonParser createParser(String content) throws IOException {
        try {
            return new TreeTraversingParser(JsonRepair.parse(content, options).value(), getCodec());
        } catch (JsonRepairException nothingRead) {
            throw new JsonParseException(null, nothingRead.getMessage(), nothingRead);
        }
    }

    /**
     * Not supported: a library that reads model output opens no connections.
     *
     * @throws UnsupportedOperationException always
     */
    @Deprecated
    @Override
    public JsonParser createParser(URL url) {
        throw new UnsupportedOperationException("Read the URL with your own client and pass the text");
    }

    @Override
    public JsonParser createParser(char[] content) throws IOException {
        return createParser(new String(content));
    }

    @Override
    public JsonParser createParser(char[] content, int offset, int length) throws IOException {
        return createParser(new String(content, offset, length));
    }

    @Override
    public JsonParser createParser(byte[] data) throws IOException {
        return createParser(new String(data, StandardCharsets.UTF_8));
    }

    @Override
    public JsonParser createParser(byte[] data, int offset, int length) throws IOException {
        return createParser(new String(data, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public JsonParser createParser(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return createParser(text.toString());
    }

    @Override
    public JsonParser createParser(InputStream in) throws IOException {
        return createParser(in.readAllBytes());
    }

    @Override
    public JsonParser createParser(File file) throws IOException {
        return createParser(Files.readAllBytes(file.toPath()));
    }
}
