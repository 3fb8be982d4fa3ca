package dev.alain.core.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What Python text defines at its top level, reads and imports, as far as lines tell.
 *
 * <p>Reads text, not a syntax tree: strings and comments are blanked out, then each line is looked at. Linear in the code.
 * For a notebook's verdict there is the code analyser; this serves a teacher whose answer is a minute old.
 */
public final class PythonOutline {
    private final Set<String> bound = new LinkedHashSet<>();
    private static final int LONGEST_TARGET = 200;

    private final Set<String> locals = new LinkedHashSet<>();
    private final Set<String> imports = new LinkedHashSet<>();
    private final Set<String> identifiers = new LinkedHashSet<>();

    private PythonOutline() {}

    /** Looks at code. */
    public static PythonOutline of(String code) {
        PythonOutline outline = new PythonOutline();
        outline.read(PythonText.of(code).code());
        return outline;
    }

    /** Names that later cells can use. */
    public Set<String> bound() {
        return bound;
    }

    /** The first parts of the names of imported modules. */
    public Set<String> imports() {
        return imports;
    }

    /** Names bound for a moment only: parameters and targets of comprehensions. */
    public Set<String> locals() {
        return locals;
    }

    /** Every name that occurs, attributes and keyword arguments not counted. */
    public Set<String> identifiers() {
        return identifiers;
    }

    private void read(String code) {
        int inner = Integer.MAX_VALUE;
        for (String line : logicalLines(code)) {
            String text = line.strip();
            int indent = line.length() - line.stripLeading().length();
            words(line);
            locals(text);
            boolean outer = indent <= inner;
            boolean opens = text.startsWith("def ") || text.startsWith("class ") || text.startsWith("async def ");
            for (String part : statements(text)) {
                if (outer) {
                    statement(part);
                } else if (part.startsWith("import ") || part.startsWith("from ")) {
                    modules(part);
                }
            }
            inner = text.isEmpty() ? inner : outer ? (opens ? indent : Integer.MAX_VALUE) : inner;
        }
    }

    /** Lines joined where a bracket is open. */
    private static List<String> logicalLines(String code) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int depth = 0;
        for (String line : code.split("\n", -1)) {
            open.append(open.length() == 0 ? line : " " + line.strip());
            depth = Math.max(0, depth + balance(line));
            if (depth == 0) {
                lines.add(open.toString());
                open.setLength(0);
            }
        }
        lines.add(open.toString());
        return lines;
    }

    /** Statements on one line: behind semicolons, and behind the colon of a block. */
    private static List<String> statements(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            String statement = part.strip();
            parts.add(statement);
            int colon = blockColon(statement);
            if (colon > 0 && colon + 1 < statement.length()) {
                parts.add(statement.substring(colon + 1).strip());
            }
        }
        return parts;
    }

    private static int blockColon(String text) {
        boolean block = List.of("if ", "else", "elif ", "try", "except", "finally", "for ", "while ", "with ").stream()
                .anyMatch(text::startsWith);
        int depth = 0;
        for (int i = 0; block && i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Names that are bound for a moment only: parameters, targets of comprehensions, walrus. */
    private void locals(String text) {
        int open = text.startsWith("def ") || text.startsWith("async def ") ? text.indexOf('(') : -1;
        if (open > 0) {
            for (String parameter : text.substring(open + 1).split("[,)]", -1)) {
                local(parameter.split("[:=]", 2)[0]);
            }
        }
        int at = text.indexOf(" for ");
        while (at >= 0) {
            int in = text.indexOf(" in ", at);
            if (in > at && in - at < LONGEST_TARGET) {
                for (String target : text.substring(at + 5, in).split(",", -1)) {
                    local(target);
                }
            }
            at = text.indexOf(" for ", at + 5);
        }
        int walrus = text.indexOf(":=");
        while (walrus > 0) {
            int start = walrus;
            while (start > 0
                    && (Character.isLetterOrDigit(text.charAt(start - 1))
                            || " _".indexOf(text.charAt(start - 1)) >= 0)) {
                start--;
            }
            bind(text.substring(start, walrus).strip());
            walrus = text.indexOf(":=", walrus + 2);
        }
    }

    private void local(String name) {
        String plain = name.strip().replace("*", "").replace("(", "").replace(")", "");
        if (isIdentifier(plain)) {
            locals.add(plain);
        }
    }

    private static int balance(String text) {
        int balance = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            balance += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        return balance;
    }

    private void statement(String text) {
        if (text.startsWith("import ") || text.startsWith("from ")) {
            modules(text);
            imported(text);
        } else if (text.startsWith("def ") || text.startsWith("class ") || text.startsWith("async def ")) {
            int name = text.indexOf(' ', text.startsWith("async ") ? 6 : 0) + 1;
            bind(text.substring(name).split("[(:\\s\\[]", 2)[0]);
        } else if (text.startsWith("for ") && text.contains(" in ")) {
            targets(text.substring(4, text.indexOf(" in ")));
        } else if (text.startsWith("with ") || text.startsWith("except ")) {
            aliases(text);
        } else {
            assignment(text);
        }
    }

    private void modules(String text) {
        if (text.startsWith("from ")) {
            module(text.substring(5));
            return;
        }
        for (String part : text.substring(7).split(",", -1)) {
            module(part);
        }
    }

    private void module(String text) {
        String name = text.strip().split("[ .;(]", 2)[0];
        if (isIdentifier(name)) {
            imports.add(name);
        }
    }

    private void imported(String text) {
        int list = text.startsWith("from ") ? text.indexOf(" import ") + 8 : 7;
        if (text.startsWith("from ") && list < 8) {
            return;
        }
        for (String part :
                text.substring(list).replace("(", " ").replace(")", " ").split(",", -1)) {
            List<String> words = List.of(part.strip().split("\\s+", -1));
            int as = words.indexOf("as");
            bind(
                    as >= 0 && as + 1 < words.size()
                            ? words.get(as + 1)
                            : words.get(0).split("\\.", 2)[0]);
        }
    }

    private void aliases(String text) {
        for (String part : text.split(" as ", -1)) {
            String name = part.split("[,:]", 2)[0];
            if (name.length() < LONGEST_TARGET) {
                targets(name);
            }
        }
    }

    private void assignment(String text) {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            boolean equals = c == '=' && depth == 0 && !comparison(text, i);
            if (equals) {
                String left = text.substring(start, i);
                int colon = left.indexOf(':');
                targets(colon > 0 ? left.substring(0, colon) : left);
                start = i + 1;
            }
        }
    }

    private static boolean comparison(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return after == '=' || "=!<>+-*/%&|^@:".indexOf(before) >= 0;
    }

    private void targets(String text) {
        for (String part : text.replace("(", " ").replace(")", " ").split(",", -1)) {
            bind(part.strip().replace("*", ""));
        }
    }

    private void bind(String name) {
        if (isIdentifier(name)) {
            bound.add(name);
        }
    }

    private void words(String line) {
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (!Character.isLetter(c) && c != '_') {
                i++;
                continue;
            }
            int end = i;
            while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
                end++;
            }
            boolean attribute = i > 0 && line.charAt(i - 1) == '.';
            int sign = end;
            while (sign < line.length() && line.charAt(sign) == ' ') {
                sign++;
            }
            boolean keyword = sign < line.length() && line.charAt(sign) == '=' && !line.startsWith("==", sign);
            if (!attribute && !keyword) {
                identifiers.add(line.substring(i, end));
            }
            i = end;
        }
    }

    /** Whether a text is one name. */
    public static boolean isIdentifier(String text) {
        boolean start = !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_');
        return start && text.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }
}
