package dev.alain.validators.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Indented JSON with the same line ends everywhere. */
final class JsonText {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private JsonText() {}

    static JsonGenerator open(Appendable out) throws IOException {
        JsonGenerator json = MAPPER.getFactory().createGenerator(new WellFormed(out));
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return json.setPrettyPrinter(printer);
    }

    static void end(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
