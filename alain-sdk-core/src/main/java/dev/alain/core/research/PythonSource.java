package dev.alain.core.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Python text as cards show it: is it Python at all, and without prompts and printed output, what is it. */
final class PythonSource {
    private static final List<String> STARTS = List.of(
            "import ",
            "from ",
            "def ",
            "class ",
            "print(",
            "with ",
            "for ",
            "if ",
            "@",
            "async def ",
            "try:",
            "while ");

    private PythonSource() {}

    /** Whether text without a language is more likely Python than anything else. */
    static boolean looksLikePython(String code) {
        int score = 0;
        for (String line : code.split("\n", 60)) {
            String text = line.strip();
            if (text.startsWith(">>> ")) {
                return true;
            }
            if (text.startsWith("import ") || (text.startsWith("from ") && text.contains(" import "))) {
                score += 3;
            } else if (STARTS.stream().anyMatch(text::startsWith) || isAssignment(text)) {
                score++;
            } else if (text.startsWith("$ ")
                    || text.startsWith("pip ")
                    || text.startsWith("{")
                    || text.startsWith("<")) {
                score -= 2;
            }
        }
        return score >= 2;
    }

    private static boolean isAssignment(String text) {
        int equals = text.indexOf(" = ");
        return equals > 0
                && text.substring(0, equals)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "_,. []'\"".indexOf(c) >= 0);
    }

    /** The code without doctest and IPython prompts; lines that a prompt printed are left out. */
    static String clean(String code) {
        boolean prompts = code.lines().anyMatch(line -> isPrompt(line.strip()));
        List<String> kept = new ArrayList<>();
        for (String line : code.replace("\t", "    ").split("\n", -1)) {
            if (!prompts) {
                kept.add(line.stripTrailing());
            } else if (isPrompt(line.strip()) || line.strip().startsWith("...")) {
                kept.add(withoutPrompt(line.strip()).stripTrailing());
            }
        }
        return withoutCommonIndent(kept).strip();
    }

    private static boolean isPrompt(String line) {
        return line.startsWith(">>>") || (line.startsWith("In [") && line.contains("]: "));
    }

    private static String withoutPrompt(String line) {
        if (line.startsWith("In [")) {
            return line.substring(line.indexOf("]: ") + 3);
        }
        String rest = line.substring(3);
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }

    private static String withoutCommonIndent(List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(PythonSource::indent)
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.isBlank() ? "" : line.substring(indent)).append('\n');
        }
        return text.toString();
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** The first parts of the names of imported modules. */
    static Set<String> imports(String code) {
        Set<String> modules = new TreeSet<>();
        for (String line : code.split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("from ") && text.contains(" import ")) {
                addModule(modules, text.substring(5, text.indexOf(" import ")));
            } else if (text.startsWith("import ")) {
                for (String name : text.substring(7).split(",", -1)) {
                    addModule(modules, name);
                }
            }
        }
        return modules;
    }

    private static void addModule(Set<String> modules, String name) {
        String first = name.strip().split("[ .;#]", 2)[0];
        if (!first.isEmpty() && first.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
            modules.add(first);
        }
    }
}
