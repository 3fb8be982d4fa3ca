package dev.alain.validators.rules.colab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code # @param} says of a form field.
 *
 * @param options of a drop-down; empty for a field without a list
 * @param properties {@code type}, {@code min}, {@code max}, {@code step}, {@code allow-input}, …
 */
record FormSpec(Optional<List<FormValue>> options, Map<String, FormValue> properties) {
    FormSpec {
        options = options.map(List::copyOf);
        properties = Map.copyOf(properties);
    }

    /** The kind of the field; empty when it is not said. */
    String type() {
        FormValue type = properties.get("type");
        return type == null ? "" : type.text();
    }

    /** Whether other values than those of the list may be typed in. */
    boolean allowsInput() {
        FormValue allow = properties.get("allow-input");
        return allow != null && allow.text().equals("true");
    }

    /** A number among the properties. */
    Optional<Double> number(String name) {
        FormValue value = properties.get(name);
        return value == null ? Optional.empty() : number(value.text(), value);
    }

    private static Optional<Double> number(String text, FormValue value) {
        try {
            return value.quoted() ? Optional.empty() : Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
