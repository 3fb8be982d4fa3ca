package dev.alain.providers.vendor;

/** How a vendor can be held to a shape, strongest first. */
public enum StructuredOutput {
    /** The vendor takes a JSON Schema. */
    JSON_SCHEMA("json_schema"),
    /** The vendor promises some JSON object. */
    JSON_OBJECT("json_object"),
    /** Only words ask for it. */
    PROMPT("prompt");

    private final String label;

    StructuredOutput(String label) {
        this.label = label;
    }

    /** Its name in vendor files. */
    public String label() {
        return label;
    }

    static StructuredOutput named(String label) {
        for (StructuredOutput way : values()) {
            if (way.label.equals(label)) {
                return way;
            }
        }
        throw new IllegalArgumentException(
                "structuredOutput is json_schema, json_object or prompt, not \"" + label + "\"");
    }
}
