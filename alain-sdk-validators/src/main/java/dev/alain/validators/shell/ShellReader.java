package dev.alain.validators.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Splits shell text into commands; one pass over the text. */
final class ShellReader {
    private final String text;
    private final Map<String, String> variables;
    private final List<ShellCommand> all;
    private final int depth;
    private final List<ShellCommand> outer = new ArrayList<>();
    private final List<String> hereEnds = new ArrayList<>();
    private int at;
    private int line;

    private List<String> words = new ArrayList<>();
    private List<ShellCommand> inside = new ArrayList<>();
    private List<String> targets = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean inWord;
    private String input = "";
    private Optional<ShellCommand> from = Optional.empty();

    ShellReader(String text, Map<String, String> variables, List<ShellCommand> all, int depth, int line) {
        this.text = text;
        this.variables = variables;
        this.all = all;
        this.depth = depth;
        this.line = depth == 0 ? 1 : Math.max(1, line);
    }

    List<ShellCommand> commands() {
        while (at < text.length() && all.size() < ShellText.MOST_COMMANDS) {
            next();
        }
        endCommand(false);
        return outer;
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> escaped();
            case '\'' -> single();
            case '"' -> doubled();
            case '$', '`' -> dollar();
            case '\n' -> newline();
            case ' ', '\t', '\r' -> {
                endWord();
                at++;
            }
            case ';', '(', ')' -> {
                endCommand(false);
                at++;
            }
            case '&' -> ampersand();
            case '|' -> {
                boolean or = text.startsWith("||", at);
                endCommand(!or);
                at += or || text.startsWith("|&", at) ? 2 : 1;
            }
            case '<', '>' -> redirect(c);
            case '#' -> {
                if (inWord) {
                    add(c);
                } else {
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end;
                }
            }
            default -> add(c);
        }
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
        at++;
    }

    private void escaped() {
        if (text.startsWith("\\\n", at)) {
            line += depth == 0 ? 1 : 0;
        } else if (at + 1 < text.length()) {
            word.append(text.charAt(at + 1));
            inWord = true;
        }
        at += 2;
    }

    private void single() {
        int end = text.indexOf('\'', at + 1);
        end = end < 0 ? text.length() : end;
        word.append(text, at + 1, end);
        countLines(at, end);
        inWord = true;
        at = end + 1;
    }

    private void doubled() {
        inWord = true;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(at + 1)) >= 0) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else if (c == '$' || c == '`') {
                dollar();
            } else {
                line += c == '\n' && depth == 0 ? 1 : 0;
                word.append(c);
                at++;
            }
        }
        at++;
    }

    private void dollar() {
        boolean tick = text.charAt(at) == '`';
        if (!tick && text.startsWith("$'", at)) {
            int end = text.indexOf('\'', at + 2);
            end = end < 0 ? text.length() : end;
            word.append(dev.alain.validators.trace.Decoders.named("unicode_escape", text.substring(at + 2, end)));
            inWord = true;
            at = end + 1;
        } else if (tick || (text.startsWith("$(", at) && !text.startsWith("$((", at))) {
            substitution(tick);
        } else {
            variable();
        }
    }

    private void substitution(boolean tick) {
        int open = tick ? at + 1 : at + 2;
        int close = tick ? text.indexOf('`', open) : closing(open);
        close = close < 0 ? text.length() : close;
        List<ShellCommand> inner = ShellText.read(text.substring(open, close), variables, all, depth + 1, line);
        inside.addAll(inner);
        Optional<String> printed = inner.isEmpty()
                ? Optional.empty()
                : Handed.printed(inner.get(inner.size() - 1)).filter(s -> s.length() < 5000);
        word.append(printed.orElse(""));
        inWord |= printed.isPresent();
        countLines(at, close);
        at = close + 1;
    }

    private int closing(int open) {
        int open2 = 1;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            open2 += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open2 == 0) {
                return i;
            }
        }
        return -1;
    }

    private void variable() {
        boolean braced = text.startsWith("${", at);
        int start = at + (braced ? 2 : 1);
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String name = text.substring(start, end);
        int close = braced ? text.indexOf('}', end) : end;
        int after = braced ? (close < 0 ? text.length() : close + 1) : end;
        if (name.equals("IFS")) {
            endWord();
            at = after;
        } else if (variables.containsKey(name)) {
            at = after;
            fill(variables.get(name));
        } else {
            word.append(text, at, Math.max(after, at + 1));
            inWord = true;
            at = Math.max(after, at + 1);
        }
    }

    private void fill(String value) {
        for (int i = 0; i < value.length() && word.length() < 10_000; i++) {
            if (value.charAt(i) == ' ') {
                endWord();
            } else {
                word.append(value.charAt(i));
                inWord = true;
            }
        }
    }

    private void ampersand() {
        if (text.startsWith("&>", at)) {
            at++;
            redirect('>');
            return;
        }
        endCommand(false);
        at += text.startsWith("&&", at) ? 2 : 1;
    }

    private void redirect(char c) {
        if (c == '<' && text.startsWith("<(", at)) {
            int close = closing(at + 2);
            close = close < 0 ? text.length() : close;
            inside.addAll(ShellText.read(text.substring(at + 2, close), variables, all, depth + 1, line));
            word.append("<(…)");
            inWord = true;
            at = close + 1;
            return;
        }
        boolean descriptor = inWord && word.length() == 1 && Character.isDigit(word.charAt(0));
        if (descriptor) {
            word.setLength(0);
            inWord = false;
        }
        endWord();
        boolean string = text.startsWith("<<<", at);
        boolean here = !string && text.startsWith("<<", at);
        at += string
                ? 3
                : here
                        ? (text.startsWith("<<-", at) ? 3 : 2)
                        : text.startsWith(">>", at)
                                        || text.startsWith(">&", at)
                                        || text.startsWith(">|", at)
                                        || text.startsWith("<&", at)
                                ? 2
                                : 1;
        String target = target();
        if (string) {
            input = target;
        } else if (here) {
            hereEnds.add(target);
        } else {
            targets.add((c == '<' ? "<" : "") + target);
        }
    }

    /** The word behind a redirection. */
    private String target() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        int before = words.size();
        while (at < text.length() && " \t\n;|&<>()".indexOf(text.charAt(at)) < 0) {
            next();
        }
        endWord();
        String target = words.size() > before ? words.get(before) : "";
        words = new ArrayList<>(words.subList(0, before));
        return target;
    }

    private void newline() {
        at++;
        line += depth == 0 ? 1 : 0;
        if (!hereEnds.isEmpty()) {
            endWord();
            for (String end : hereEnds) {
                input = hereDocument(end);
            }
            hereEnds.clear();
        }
        boolean waits = from.isPresent() && words.isEmpty() && !inWord;
        if (waits) {
            return;
        }
        endCommand(false);
    }

    private String hereDocument(String end) {
        StringBuilder body = new StringBuilder();
        while (at < text.length()) {
            int lineEnd = text.indexOf('\n', at);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            String content = text.substring(at, lineEnd);
            at = Math.min(text.length(), lineEnd + 1);
            line += depth == 0 ? 1 : 0;
            if (content.strip().equals(end)) {
                break;
            }
            body.append(content).append('\n');
        }
        return body.toString();
    }

    private void countLines(int start, int end) {
        for (int i = start; depth == 0 && i < end; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word = new StringBuilder();
        inWord = false;
    }

    private void endCommand(boolean piped) {
        int where = line;
        endWord();
        boolean empty = words.isEmpty() && inside.isEmpty() && targets.isEmpty();
        if (!empty) {
            remember();
            ShellCommand command = Wrappers.unwrapped(
                    words,
                    inside,
                    from,
                    targets,
                    input,
                    Math.max(
                            1,
                            where
                                    - (at > 0 && at <= text.length() && text.charAt(at - 1) == '\n' && depth == 0
                                            ? 1
                                            : 0)));
            outer.add(command);
            all.add(command);
            Handed.textOf(command)
                    .ifPresent(handed -> ShellText.read(handed, variables, all, depth + 1, command.line()));
            from = piped ? Optional.of(command) : Optional.empty();
        } else if (!piped) {
            from = Optional.empty();
        }
        words = new ArrayList<>();
        inside = new ArrayList<>();
        targets = new ArrayList<>();
        input = "";
    }

    /** Keeps what plain assignments give to names. */
    private void remember() {
        for (String assignment : words) {
            boolean export = assignment.equals("export") || assignment.equals("set");
            if (!Wrappers.isAssignment(assignment) && !export) {
                return;
            }
            int equals = assignment.indexOf('=');
            if (equals > 0) {
                variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
        }
    }
}
