package dev.alain.validators.trace;

/** Text of f-strings. */
final class FormattedText {
    private FormattedText() {}

    /** What an f-string comes to; unknown parts leave it unknown, calls in it are seen. */
    static Value of(String text, Names names, Found found, int depth, int line) {
        Value value = Value.of("");
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            boolean doubled = open >= 0 && text.startsWith("{{", open);
            int close = open < 0 ? -1 : Operations.closing(text, open);
            if (open < 0 || close < 0) {
                return Operations.joined(value, Value.of(text.substring(from)));
            }
            value = Operations.joined(value, Value.of(text.substring(from, open) + (doubled ? "{" : "")));
            if (doubled) {
                from = open + 2;
                continue;
            }
            String inside = Operations.withoutFormat(text.substring(open + 1, close));
            Value part = depth > 3 || !names.mayGoOn(inside.length())
                    ? Value.UNKNOWN
                    : StatementReader.nested(inside, names, found, depth + 1, line);
            value = Operations.joined(value, part);
            from = close + 1;
        }
        return value;
    }
}
