package dev.alain.validators.parser.unicode;

/** Character properties and names, in the place of ICU's class of the same name. */
public final class UCharacter {
    private static final int XID_CONTINUE = 32;
    private static final int XID_START = 33;
    private static final int UNKNOWN = -1;

    private UCharacter() {}

    /**
     * Whether a code point has a property.
     *
     * @throws IllegalArgumentException if the property is neither XID_CONTINUE (32) nor XID_START (33)
     */
    public static boolean hasBinaryProperty(int codePoint, int property) {
        return switch (property) {
            case XID_CONTINUE ->
                Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint);
            case XID_START -> Character.isUnicodeIdentifierStart(codePoint);
            default -> throw new IllegalArgumentException("property: " + property);
        };
    }

    /** The code point of a name; -1 when there is none. */
    public static int getCharFromName(String name) {
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException noSuchName) {
            return UNKNOWN;
        }
    }

    /** Always -1: the JDK knows one set of names, asked for already. */
    public static int getCharFromExtendedName(String name) {
        return UNKNOWN;
    }

    /** Always -1: the JDK knows one set of names, asked for already. */
    public static int getCharFromNameAlias(String name) {
        return UNKNOWN;
    }
}
