package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The magics, shell lines, help requests and automatic calls of a cell, one logical line after the other. */
final class EscapedLines {
    private static final String STAND_IN = "get_ipython()";

    private final String code;
    private final PositionMap positions;
    private final TokenScanner scanner;
    private final int[] replacedFrom;
    private final StringBuilder out;
    private final List<Command> commands = new ArrayList<>();
    private int copied;

    EscapedLines(String code, PositionMap positions, TokenScanner scanner, int[] replacedFrom) {
        this.code = code;
        this.positions = positions;
        this.scanner = scanner;
        this.replacedFrom = replacedFrom;
        this.out = new StringBuilder(code.length());
    }

    List<Command> commands() {
        return commands;
    }

    /** The text with every such line replaced; lines that are replaced are noted. */
    String replace() {
        int at = 0;
        while (at < code.length() && !scanner.endsInString()) {
            int start = afterIndent(at);
            at = start < code.length() && escapes(start) ? escaped(start) : plain(start);
            at++;
        }
        if (copied == 0) {
            return code;
        }
        return out.append(code, Math.min(copied, code.length()), code.length()).toString();
    }

    private int afterIndent(int from) {
        int at = from;
        while (at < code.length() && " \t\f".indexOf(code.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean escapes(int at) {
        char next = at + 1 < code.length() ? code.charAt(at + 1) : '\n';
        return switch (code.charAt(at)) {
            case '?', ',', ';' -> true;
            case '!', '%' -> next != '=';
            case '/' -> next != '=' && next != '/';
            default -> false;
        };
    }

    private int plain(int start) {
        int end = scanner.logicalLine(start);
        int assigned = scanner.assigned();
        if (assigned >= 0) {
            return command(start, assigned);
        }
        if (scanner.endsWithQuestionMark() && !scanner.endsInString() && !scanner.endsInBracket()) {
            help(start, end);
        }
        return end;
    }

    private int escaped(int start) {
        int end = scanner.physicalLine(start);
        boolean asks = scanner.endsWithQuestionMark() && !scanner.endsInBracket() && !scanner.endsInString();
        if (asks && help(start, end)) {
            return end;
        }
        return command(start, start);
    }

    private boolean help(int start, int end) {
        HelpRequest request = HelpRequest.atEnd(code.substring(start, end).stripTrailing());
        if (request == null) {
            return false;
        }
        add(Command.Kind.LINE_MAGIC, request.magic(), request.target(), "", start, end);
        replace(start, end, STAND_IN);
        return true;
    }

    /** Replaces a command with its continuation lines; returns where its last line ends. */
    private int command(int lineStart, int start) {
        int end = lineEnd(start);
        StringBuilder text = new StringBuilder();
        int from = start;
        while (end < code.length() && code.charAt(end - 1) == '\\') {
            text.append(code, from, end - 1).append(' ');
            from = end + 1;
            end = lineEnd(from);
        }
        text.append(code, from, end);
        String line = text.toString().stripTrailing();
        String target = lineStart == start ? "" : target(code.substring(lineStart, start));
        String call = lineStart == start ? call(line, start, end) : null;
        if (call == null) {
            note(line, target, start, end);
        }
        replace(start, end, call == null ? STAND_IN : call);
        return end;
    }

    private void note(String line, String target, int start, int end) {
        char escape = line.charAt(0);
        boolean doubled = line.length() > 1 && line.charAt(1) == escape;
        String rest = line.substring(doubled ? 2 : 1);
        if (escape == '!') {
            add(Command.Kind.SHELL, "", rest.strip(), target, start, end);
        } else if (escape == '?') {
            HelpRequest request = HelpRequest.of(rest, doubled);
            add(Command.Kind.LINE_MAGIC, request.magic(), request.target(), target, start, end);
        } else {
            int space = rest.indexOf(' ');
            String name = space < 0 ? rest : rest.substring(0, space);
            String arguments = space < 0 ? "" : rest.substring(space + 1).strip();
            Command.Kind kind = doubled ? Command.Kind.CELL_MAGIC : Command.Kind.LINE_MAGIC;
            add(kind, name, arguments, target, start, end);
        }
    }

    /** The call that a line of {@code , ; /} stands for; null for another line. */
    private static @Nullable String call(String line, int start, int end) {
        char escape = line.charAt(0);
        if (",;/".indexOf(escape) < 0 || end < start) {
            return null;
        }
        String content = line.substring(1);
        int space = content.indexOf(' ');
        String name = space < 0 ? content : content.substring(0, space);
        String arguments = space < 0 ? "" : content.substring(space + 1);
        String[] words = arguments.isBlank() ? new String[0] : arguments.strip().split("\\s+");
        return switch (escape) {
            case ',' -> name + "(\"" + String.join("\", \"", words) + "\")";
            case ';' -> name + "(\"" + arguments + "\")";
            default -> name.isEmpty() ? "/" : name + "(" + String.join(", ", words) + ")";
        };
    }

    private static String target(String before) {
        int equals = before.lastIndexOf('=');
        String target = (equals < 0 ? before : before.substring(0, equals)).strip();
        int colon = target.indexOf(':');
        return colon < 0 ? target : target.substring(0, colon).strip();
    }

    private int lineEnd(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private void add(Command.Kind kind, String name, String text, String target, int start, int end) {
        Place from = positions.at(start);
        Place to = positions.at(end);
        Place place = new Place(from.line(), from.column(), to.line(), to.column());
        commands.add(new Command(kind, name, text, "", target, place));
    }

    private void replace(int start, int end, String by) {
        Place place = positions.at(start);
        int lineStart = code.lastIndexOf('\n', start - 1) + 1;
        replacedFrom[place.line() - 1] = code.codePointCount(lineStart, start);
        out.append(code, copied, start).append(by);
        for (int at = code.indexOf('\n', start); at >= 0 && at < end; at = code.indexOf('\n', at + 1)) {
            out.append('\n');
        }
        copied = end;
    }
}
