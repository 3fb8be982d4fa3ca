package dev.alain.core.teach;

import dev.alain.core.code.PythonOutline;
import dev.alain.lesson.Step;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Understands the steps of an outline: numbers, titles, and names that hold together. */
final class StepsReader {
    private static final Set<String> TYPES =
            Set.of("setup", "concept", "implementation", "exercise", "evaluation", "deployment");
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    private static final List<String> PREFIXES = List.of(
            "step ", "section ", "schritt ", "étape ", "paso ", "passo ", "stap ", "krok ", "шаг ", "第", "ステップ");

    private static final int LONGEST_TITLE = 90;
    private static final int MOST_NAMES = 8;

    private final int most;
    private final Set<String> sources = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> introduced = new HashSet<>();

    StepsReader(Dossier dossier, int most) {
        this.most = Math.min(15, most);
        dossier.facts().stream().map(Fact::id).forEach(sources::add);
        dossier.snippets().stream().map(Snippet::id).forEach(sources::add);
    }

    List<Step> read(List<Step> raw) {
        List<Step> steps = new ArrayList<>();
        for (Step step : raw) {
            String heading = heading(step.title());
            boolean usable = heading.chars().anyMatch(Character::isLetterOrDigit)
                    && titles.add(heading.toLowerCase(Locale.ROOT));
            if (usable && steps.size() < most) {
                steps.add(step(steps.size() + 1, heading, step));
            }
        }
        return steps;
    }

    private Step step(int number, String heading, Step raw) {
        List<String> uses = names(raw.uses()).stream()
                .filter(introduced::contains)
                .limit(MOST_NAMES)
                .toList();
        List<String> introduces = names(raw.introduces()).stream()
                .filter(name -> !introduced.contains(name))
                .limit(MOST_NAMES)
                .toList();
        introduced.addAll(introduces);
        String type = raw.type().strip().toLowerCase(Locale.ROOT);
        String goal = Prose.line(raw.goal(), 240);
        return new Step(
                number,
                "Step " + number + ": " + heading,
                TYPES.contains(type) ? type : "implementation",
                Math.max(800, Math.min(2_000, raw.estimatedTokens())),
                "markdown + code",
                goal.endsWith(".") ? goal.substring(0, goal.length() - 1) : goal,
                introduces,
                uses,
                raw.sources().stream()
                        .filter(sources::contains)
                        .distinct()
                        .limit(12)
                        .toList());
    }

    private static List<String> names(List<String> raw) {
        return raw.stream()
                .map(name -> name.replace("`", "").replace("()", "").strip())
                .filter(name ->
                        PythonOutline.isIdentifier(name) && !KEYWORDS.contains(name) && !GivenNames.ALL.contains(name))
                .filter(name -> name.chars().allMatch(c -> c < 128))
                .distinct()
                .toList();
    }

    /** The title without any number of {@code Step N:} before it. */
    static String heading(String title) {
        String text = Prose.line(title, LONGEST_TITLE + 24);
        while (true) {
            String shorter = withoutPrefix(text);
            if (shorter.equals(text)) {
                return Prose.line(text, LONGEST_TITLE);
            }
            text = shorter;
        }
    }

    private static String withoutPrefix(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int word = PREFIXES.stream()
                .filter(lower::startsWith)
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
        int digits = word;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        int sign = digits;
        while (sign < text.length() && " 步章節".indexOf(text.charAt(sign)) >= 0) {
            sign++;
        }
        boolean marked = sign < text.length() && (word > 0 ? ":：.)-–" : ".):").indexOf(text.charAt(sign)) >= 0;
        boolean apart = marked
                && (sign + 1 >= text.length() || " ：".indexOf(text.charAt(sign + 1)) >= 0 || text.charAt(sign) == '：');
        return digits > word && apart ? text.substring(sign + 1).strip() : text;
    }
}
