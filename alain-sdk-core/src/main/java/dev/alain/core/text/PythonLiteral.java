package dev.alain.core.text;

import java.util.List;

/** Values as Python source. */
public final class PythonLiteral {
    private static final int WIDE = 96;

    private PythonLiteral() {}

    /** A string in double quotes, on one line. */
    public static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\t' -> literal.append("\\t");
                case '\r' -> literal.append("\\r");
                default -> {
                    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                        literal.append(String.format("\\u%04x", c));
                    } else {
                        literal.appendCodePoint(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** A list, on one line when it is short, else one item a line. */
    public static String list(List<String> values) {
        String line =
                "[" + String.join(", ", values.stream().map(PythonLiteral::text).toList()) + "]";
        if (line.length() <= WIDE) {
            return line;
        }
        StringBuilder lines = new StringBuilder("[\n");
        values.forEach(value -> lines.append("    ").append(text(value)).append(",\n"));
        return lines.append("]").toString();
    }
}
