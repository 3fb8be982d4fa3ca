package dev.alain.validators.packages;

import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import dev.alain.validation.NotebookView;
import dev.alain.validators.packages.ImportedModules.Imported;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a module name that looks like a package from one that looks like a file beside the notebook.
 *
 * <p>Both are unknown; only the first kind is one that somebody may install and somebody else may register.
 */
public final class UnknownModules {
    /** Words that stand in names of libraries and hardly ever in those of a notebook's own files. */
    private static final Set<String> LIBRARIES = Set.copyOf(Lines.of("library-words.txt"));
    /** Words that files beside a notebook are called by. */
    private static final Set<String> FILES = Set.copyOf(Lines.of("local-words.txt"));

    /** Last words of compounds that such files are called by. */
    private static final Set<String> ENDS = Set.of(
            "util", "utils", "utility", "utilities", "helper", "helpers", "lib", "module", "functions", "config");

    /** Real modules that no index has. */
    private static final Set<String> ELSEWHERE = Set.copyOf(Lines.of("elsewhere.txt"));
    /** Words that make a file's name of several words. */
    private static final Set<String> JOINING = Set.copyOf(Lines.of("joining-words.txt"));

    private UnknownModules() {}

    /** Whether an import without a known package looks like one of an invented or misspelt package. */
    public static boolean isSuspicious(Imported imported, NotebookView view) {
        String root = imported.what().root();
        boolean unknown = imported.packages().isEmpty()
                && !PackageList.isNamespace(root)
                && !ELSEWHERE.contains(root)
                && !LocalModules.of(view).mayHoldAny()
                && !looksLikeFile(root);
        boolean believed = imported.what().context().inTry() || hasRun(imported, view) && !namesLibrary(root);
        return unknown && (!believed || meant(root, view).isPresent());
    }

    /** Whether the cell was run without an error, so that its author had the module. */
    private static boolean hasRun(Imported imported, NotebookView view) {
        List<CodeCell> code = view.code();
        return imported.index() < code.size()
                && code.get(imported.index()).executionCount().isPresent()
                && code.get(imported.index()).outputs().stream().noneMatch(Output.ErrorOutput.class::isInstance);
    }

    private static boolean namesLibrary(String root) {
        return words(root).stream().anyMatch(LIBRARIES::contains);
    }

    private static List<String> words(String root) {
        return List.of(PackageList.normalized(root).split("-", -1));
    }

    /** The package that a module's name was probably meant to be. */
    public static Optional<String> meant(String root, NotebookView view) {
        boolean plain = root.equals(root.toLowerCase(Locale.ROOT)) && !looksLikeFile(root);
        return plain ? ImportedModules.packages(view).meant(root) : Optional.empty();
    }

    /** Whether files beside a notebook are called so: plain words, a word for a file at the end, a class's name. */
    private static boolean looksLikeFile(String root) {
        List<String> words = words(root);
        String last = withoutNumber(words.get(words.size() - 1));
        boolean library = namesLibrary(root);
        boolean plain = words.stream().allMatch(word -> FILES.contains(withoutNumber(word)));
        boolean marked = words.get(0).equals("my")
                || ENDS.contains(last)
                || words.stream().anyMatch(JOINING::contains);
        boolean called = words.size() > 1 && marked && !library;
        return plain || called || root.startsWith("_") || !root.equals(root.toLowerCase(Locale.ROOT)) && !library;
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }
}
