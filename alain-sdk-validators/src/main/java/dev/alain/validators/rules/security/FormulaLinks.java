package dev.alain.validators.rules.security;

import dev.alain.validation.Severity;
import dev.alain.validators.html.Target;
import dev.alain.validators.rules.security.MarkdownGuard.Edit;
import dev.alain.validators.rules.security.MarkdownGuard.Problem;
import java.util.BitSet;
import java.util.List;

/** Links in formulas: {@code \\href{address}{text}} and {@code \\url{address}}. */
final class FormulaLinks {
    private static final List<String> COMMANDS = List.of("\\href", "\\url");
    private static final int LONGEST = 2000;

    private FormulaLinks() {}

    /** Notes the links of a text that run code; what stands in code is none. */
    static void of(String text, BitSet code, List<Edit> edits) {
        for (String command : COMMANDS) {
            for (int at = text.indexOf(command); at >= 0; at = text.indexOf(command, at + 1)) {
                int open = open(text, at + command.length());
                if (open >= 0 && !code.get(at)) {
                    link(text, at, open + 1, edits);
                }
            }
        }
    }

    /** Where the brace of the address stands; -1 for none. */
    private static int open(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '{' ? at : -1;
    }

    private static void link(String text, int at, int start, List<Edit> edits) {
        int end = close(text, start);
        String address =
                text.substring(start, end).replaceAll("\\\\[a-zA-Z]+", "").replaceAll("[\\\\{}~]", "");
        Target target = Target.of(address, false);
        if (target == Target.ACTIVE || target == Target.DOUBTFUL) {
            Severity severity = target == Target.ACTIVE ? Severity.ERROR : Severity.WARNING;
            String message = "a link in a formula runs code or leads to the reader's own machine";
            edits.add(new Edit(start, end, "#", new Problem("SEC015", severity, at, message, true)));
        }
    }

    private static boolean begins(String text, int at) {
        return COMMANDS.stream().anyMatch(command -> text.startsWith(command, at));
    }

    /** Where the address ends, at the latest where the next link begins. */
    private static int close(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length() && at - start < LONGEST && !begins(text, at)) {
            char c = text.charAt(at);
            if (c == '}' && depth-- == 0) {
                return at;
            }
            depth += c == '{' ? 1 : 0;
            at++;
        }
        return at;
    }
}
