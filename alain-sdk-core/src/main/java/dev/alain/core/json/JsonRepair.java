package dev.alain.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.util.Objects;

/**
 * Reads JSON as language models write it.
 *
 * <pre>{@code
 * RepairResult result = JsonRepair.parse("Sure! {title: 'Haiku', \"steps\": [1, 2,]}");
 * result.value();    // {"title":"Haiku","steps":[1,2]}
 * result.repairs();  // what was mended, where, and how sure that is
 * }</pre>
 *
 * <p>Valid JSON comes back as it is, with no repair. Everything else is read in one mending pass, which takes time linear
 * in the text: the same text and options always give the same result. Without state, safe for use by many threads.
 */
public final class JsonRepair {
    private JsonRepair() {}

    /**
     * Reads the text with {@link RepairOptions#defaults()}.
     *
     * @throws JsonRepairException if it holds no JSON, or is over the limits
     */
    public static RepairResult parse(String text) {
        return parse(text, RepairOptions.defaults());
    }

    /**
     * Reads the text.
     *
     * @throws JsonRepairException if it holds no JSON, is over the limits, needs more than the profile allows, or
     *     doesn't fit the schema
     */
    public static RepairResult parse(CharSequence text, RepairOptions options) {
        Objects.requireNonNull(options, "options");
        return new ReplyReader(text.toString(), options).read();
    }

    /**
     * Reads the text for a binding to Java types: {@code mapper.readValue(JsonRepair.parser(text, options), Type.class)}.
     * For whole mappers see {@link RepairingJsonFactory}.
     *
     * @throws JsonRepairException as {@link #parse(CharSequence, RepairOptions)} does
     */
    public static JsonParser parser(CharSequence text, RepairOptions options) {
        return new TreeTraversingParser(parse(text, options).value());
    }

    /** Reads text that arrives bit by bit. */
    public static RepairStream stream(RepairOptions options) {
        return new RepairStream(Objects.requireNonNull(options, "options"));
    }
}
