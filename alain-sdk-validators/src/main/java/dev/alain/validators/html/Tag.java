package dev.alain.validators.html;

import java.util.List;

/**
 * A tag.
 *
 * @param name in lower case
 * @param attributes in order, as a browser splits them
 * @param closing whether it is an end tag
 * @param complete whether it ends before the text does
 * @param start index of the less-than sign
 * @param end index after the last character
 */
public record Tag(String name, List<Attribute> attributes, boolean closing, boolean complete, int start, int end) {
    /** Copies the list. */
    public Tag {
        attributes = List.copyOf(attributes);
    }

    /** An attribute: its name in lower case, its value with character references decoded. */
    public record Attribute(String name, String value) {}

    /** The value of an attribute; empty when there is none. */
    public String value(String attribute) {
        return attributes.stream()
                .filter(a -> a.name().equals(attribute))
                .findFirst()
                .map(Attribute::value)
                .orElse("");
    }
}
