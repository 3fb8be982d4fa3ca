package dev.alain.core.offline;

import dev.alain.core.code.Packages;
import dev.alain.core.text.MarkdownText;
import dev.alain.core.text.PythonLiteral;
import dev.alain.lesson.SectionCell;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import dev.alain.research.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The card's own example as the heart of a generic manual.
 *
 * <p>Code of a card is untrusted: it is shown as text, for the reader to judge and copy, and never as a cell that runs
 * with the rest.
 */
final class CardUsage {
    private static final int MOST_LINES = 45;

    private final Dossier dossier;
    private final Packages packages;

    CardUsage(Dossier dossier, Packages packages) {
        this.dossier = dossier;
        this.packages = packages;
    }

    /** Packages of the example that the shipped list knows. */
    Set<String> requirements() {
        Set<String> names = new TreeSet<>();
        dossier.values(Fact.REQUIREMENT).stream().filter(packages::isKnown).forEach(names::add);
        example()
                .ifPresent(snippet -> imports(snippet.code())
                        .forEach(module -> packages.ofImport(module).ifPresent(names::add)));
        return names;
    }

    private java.util.Optional<Snippet> example() {
        return dossier.snippets(SnippetUse.USAGE).stream().findFirst();
    }

    static Set<String> imports(String code) {
        Set<String> modules = new TreeSet<>();
        for (String line : code.split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("from ") || text.startsWith("import ")) {
                String module = text.split("[ ,.;#]+", 3)[1];
                if (!module.isEmpty() && module.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
                    modules.add(module);
                }
            }
        }
        return modules;
    }

    List<SectionCell> cells() {
        List<SectionCell> cells = new ArrayList<>();
        example()
                .ifPresentOrElse(
                        snippet -> show(snippet, cells),
                        () -> cells.add(SectionCell.markdown(
                                "The card shows no Python code. What it does say is in the first step; the library's own documentation, "
                                        + "linked under References, shows how models of this kind are loaded.")));
        Set<String> modules = new TreeSet<>();
        example().ifPresent(snippet -> modules.addAll(imports(snippet.code())));
        modules.removeIf(module -> packages.isStandard(module) || module.equals("__future__"));
        cells.add(SectionCell.code(
                """
                from importlib.util import find_spec

                NEEDED_MODULES = %s
                for module in NEEDED_MODULES:
                    print(f"{module:24} {'ready' if find_spec(module) else 'not installed'}")
                if not NEEDED_MODULES:
                    print("The example needs nothing beside Python itself.")
                """.formatted(PythonLiteral.list(List.copyOf(modules))).strip()));
        return cells;
    }

    private void show(Snippet snippet, List<SectionCell> cells) {
        String source = MarkdownText.inline(dossier.sources().stream()
                .filter(ref -> ref.id().equals(snippet.evidence().source()))
                .map(SourceRef::name)
                .findFirst()
                .orElse("the card"));
        List<String> lines = List.of(snippet.code().split("\n", -1));
        boolean cut = lines.size() > MOST_LINES;
        String code = String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        String where = snippet.evidence().firstLine() + "–" + snippet.evidence().lastLine();
        cells.add(SectionCell.markdown("This is the card's own example (" + source + ", lines " + where
                + "), with prompts and printed "
                + "output taken out. It is shown as text, because it was written by the model's makers and has not been "
                + "run here. Read it, then copy it into a cell of your own.\n\n" + MarkdownText.fenced("python", code)
                + (cut ? "\n\nThe rest of the example stands in the card." : "")));
    }
}
