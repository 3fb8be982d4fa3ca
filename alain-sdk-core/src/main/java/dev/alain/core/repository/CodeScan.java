package dev.alain.core.repository;

import dev.alain.core.research.DossierDraft;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SourceRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the Python files and notebooks: what they import, which models they load, where they start. */
final class CodeScan {
    private static final int MOST_FILES = 500;
    private static final int MOST_NOTEBOOKS = 40;
    private static final long MOST_CHARACTERS = 20L << 20;
    private static final int MOST_UNKNOWN = 30;
    private static final int MOST_NAMED = 12;
    /** Folders whose code is not what people come for. */
    private static final Set<String> ASIDE = Set.of(
            "test",
            "tests",
            "testing",
            "doc",
            "docs",
            "benchmark",
            "benchmarks",
            "third_party",
            "thirdparty",
            "vendor",
            "external",
            "submodules",
            ".github",
            ".ipynb_checkpoints",
            "node_modules",
            "site-packages");

    private final RepositoryFiles files;
    private final DossierDraft draft;
    private final LocalModules local;
    private final ImportNames names = new ImportNames();
    private final Map<String, Place> imports = new TreeMap<>();
    private long characters;

    CodeScan(RepositoryFiles files, DossierDraft draft) {
        this.files = files;
        this.draft = draft;
        this.local = new LocalModules(files);
    }

    private record Place(SourceRef ref, Evidence evidence) {}

    /** Reads everything; what the README's code loads counts too. */
    void read() {
        for (Snippet snippet : draft.snippets()) {
            if (snippet.language().equals("python")) {
                ModelIds.of(PythonScanner.scan(snippet.code()))
                        .forEach(id -> draft.add("uses_model", id.text(), snippet.evidence()));
            }
        }
        code(".py", MOST_FILES).forEach(file -> files.open(file.path()).ifPresent(this::python));
        code(".ipynb", MOST_NOTEBOOKS).forEach(file -> files.open(file.path()).ifPresent(this::notebook));
    }

    private List<TreeEntry> code(String ending, int most) {
        List<TreeEntry> all = files.all().stream()
                .filter(file -> file.name().endsWith(ending) && !isAside(file))
                .toList();
        if (all.size() > most) {
            draft.warn("only the first " + most + " of " + all.size() + " files " + ending + " were read");
        }
        return all.stream().limit(most).toList();
    }

    private static boolean isAside(TreeEntry file) {
        return List.of(file.folder().toLowerCase(Locale.ROOT).split("/", -1)).stream()
                .anyMatch(ASIDE::contains);
    }

    private void python(RepositoryFile file) {
        characters += file.text().length();
        if (characters > MOST_CHARACTERS || file.path().equals("setup.py")) {
            return;
        }
        List<PythonToken> tokens = PythonScanner.scan(file.text());
        PythonImports.of(tokens)
                .forEach((module, line) -> keep(file.folder(), module, new Place(file.ref(), file.at(line))));
        ModelIds.of(tokens).forEach(id -> {
            draft.source(file.ref());
            draft.add("uses_model", id.text(), file.at(id.line()));
        });
        if (file.folder().isEmpty()) {
            tokens.stream()
                    .filter(token -> token.isString() && token.text().equals("__main__"))
                    .findFirst()
                    .ifPresent(token -> {
                        draft.source(file.ref());
                        draft.add("entry_point", "python " + file.path(), file.at(token.line()));
                    });
        }
    }

    private void notebook(RepositoryFile file) {
        characters += file.text().length();
        NotebookFile notebook = characters > MOST_CHARACTERS
                ? null
                : NotebookFile.read(file.text()).orElse(null);
        if (notebook == null) {
            draft.warn(file.path() + " was not read as a notebook");
            return;
        }
        draft.source(file.ref());
        Set<String> packages = new TreeSet<>();
        for (TextLine cell : notebook.cells()) {
            List<PythonToken> tokens = PythonScanner.scan(cell.text());
            Evidence evidence = file.at("/cells/" + cell.line());
            for (String module : PythonImports.of(tokens).keySet()) {
                if (keep(file.folder(), module, new Place(file.ref(), evidence))) {
                    packages.add(module);
                }
            }
            ModelIds.of(tokens).forEach(id -> draft.add("uses_model", id.text(), evidence));
        }
        draft.add("notebook", described(file, notebook, packages), file.at("/cells"));
    }

    private static String described(RepositoryFile file, NotebookFile notebook, Set<String> modules) {
        int cells = notebook.cells().size();
        return file.path() + " (kernel " + (notebook.kernel().isEmpty() ? "unknown" : notebook.kernel()) + ", " + cells
                + (cells == 1 ? " code cell" : " code cells")
                + (modules.isEmpty()
                        ? ""
                        : ", imports "
                                + String.join(
                                        ", ", modules.stream().limit(MOST_NAMED).toList()))
                + ")";
    }

    /** Whether a module is neither Python's own nor the repository's. */
    private boolean keep(String folder, String module, Place place) {
        boolean foreign = !names.isStandard(module) && !local.has(folder, module);
        if (foreign) {
            imports.putIfAbsent(module, place);
        }
        return foreign;
    }

    /** What the code imports as requirements, for a repository that declares none. */
    void requirements() {
        int unknown = 0;
        for (Map.Entry<String, Place> entry : imports.entrySet()) {
            Place place = entry.getValue();
            String name =
                    names.packageOf(entry.getKey()).map(PackageName::normalized).orElse("");
            if (!name.isEmpty()) {
                draft.source(place.ref());
                draft.add(Fact.REQUIREMENT, name, place.evidence());
            } else if (unknown++ < MOST_UNKNOWN) {
                draft.source(place.ref());
                draft.add("unknown_import", entry.getKey(), place.evidence());
            }
        }
    }
}
