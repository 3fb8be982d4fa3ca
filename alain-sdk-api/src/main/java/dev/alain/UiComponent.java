package dev.alain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How the reader meets the model in the manual; an open vocabulary.
 *
 * @param name lower-case letters, digits and hyphens
 */
public record UiComponent(@JsonValue String name) {
    /** A conversation with history. */
    public static final UiComponent CHAT = new UiComponent("chat");
    /** One input, one output. */
    public static final UiComponent COMPLETION = new UiComponent("completion");
    /** Output as it comes. */
    public static final UiComponent STREAMING = new UiComponent("streaming");
    /** Many inputs at once. */
    public static final UiComponent BATCH = new UiComponent("batch");
    /** An HTTP endpoint. */
    public static final UiComponent API = new UiComponent("api");
    /** A Gradio page. */
    public static final UiComponent GRADIO = new UiComponent("gradio");
    /** A Streamlit app. */
    public static final UiComponent STREAMLIT = new UiComponent("streamlit");

    /** The components that the SDK knows. */
    public static final List<UiComponent> KNOWN = List.of(CHAT, COMPLETION, STREAMING, BATCH, API, GRADIO, STREAMLIT);

    /** Checks the name. */
    @JsonCreator
    public UiComponent {
        Names.requireSlug("UI component", name);
    }
}
