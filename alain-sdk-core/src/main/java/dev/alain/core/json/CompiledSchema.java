package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;

final class CompiledSchema {
    private final JsonNode source;

    private CompiledSchema(JsonNode source) {
        this.source = source;
    }

    static CompiledSchema of(JsonNode s) {
        return new CompiledSchema(s);
    }

    JsonNode source() {
        return source;
    }

    KeyHints hints() {
        return KeyHints.NONE;
    }
}
