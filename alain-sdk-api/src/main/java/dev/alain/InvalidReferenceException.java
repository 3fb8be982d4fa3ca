package dev.alain;

/** A text that names no model: another kind of page, another host, or no name at all. */
public final class InvalidReferenceException extends AlainException {
    private static final long serialVersionUID = 1L;

    private final String reference;
    private final String kind;

    /**
     * @param kind what the text names instead, such as {@code dataset}, {@code space}, {@code host} or {@code invalid}
     */
    public InvalidReferenceException(String reference, String kind, String message, String remedy) {
        super("\"" + shortened(reference) + "\" " + message, false, remedy);
        this.reference = reference;
        this.kind = kind;
    }

    /** The text as it was given. */
    public String reference() {
        return reference;
    }

    /** What the text names instead. */
    public String kind() {
        return kind;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }
}
