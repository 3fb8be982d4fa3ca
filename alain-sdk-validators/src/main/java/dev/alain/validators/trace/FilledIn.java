package dev.alain.validators.trace;

/** Shell lines in which IPython fills in what names stand for. */
final class FilledIn {
    private FilledIn() {}

    /** A shell line with the names in it that are known texts. */
    static String of(String command, Names names) {
        if (command.indexOf('{') < 0 && command.indexOf('$') < 0) {
            return command;
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (from < command.length()) {
            char c = command.charAt(from);
            int start = c == '{' || c == '$' ? from + 1 : -1;
            int end = start;
            while (start > 0
                    && end < command.length()
                    && Character.isJavaIdentifierPart(command.charAt(end))
                    && command.charAt(end) != '$') {
                end++;
            }
            boolean closed = c != '{' || (end < command.length() && end > 0 && command.charAt(end) == '}');
            Value known = start > 0 && end > start && closed ? names.get(command.substring(start, end)) : Value.UNKNOWN;
            if (known.text().isPresent()) {
                filled.append(known.text().get());
                from = c == '{' ? end + 1 : end;
            } else {
                filled.append(c);
                from++;
            }
        }
        return filled.toString();
    }
}
