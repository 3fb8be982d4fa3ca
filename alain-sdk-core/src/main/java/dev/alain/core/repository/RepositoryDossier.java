package dev.alain.core.repository;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.research.DossierDraft;
import dev.alain.core.research.PlainText;
import dev.alain.core.research.YamlReader;
import dev.alain.research.Dossier;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a dossier from the files of a repository; the same files make the same dossier. */
final class RepositoryDossier {
    private static final int MOST_EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 200;
    private static final int LONGEST_YAML = 50_000;
    private static final List<String> READMES =
            List.of("readme.md", "readme.markdown", "readme.rst", "readme.txt", "readme");
    private static final List<String> LICENSES = List.of("license", "licence", "copying", "unlicense");

    private final RepositoryTree tree;
    private final String name;
    private final DossierDraft draft = new DossierDraft();
    private final RepositoryFiles files;

    private RepositoryDossier(RepositoryTree tree, String name, String page, RepositoryLimits limits) {
        this.tree = tree;
        this.name = PlainText.visible(name);
        this.files = new RepositoryFiles(tree, page, limits, draft);
    }

    /**
     * Reads a repository.
     *
     * @param name of the repository, for people
     * @param page where people see it; empty when it is only local
     * @throws ResearchException with {@link Reason#EMPTY} if it has neither a README nor Python
     */
    static Dossier write(RepositoryTree tree, String name, String page, RepositoryLimits limits) {
        return new RepositoryDossier(tree, name, page, limits).write();
    }

    private Dossier write() {
        Optional<RepositoryFile> readme = readme();
        boolean code = files.all().stream()
                .anyMatch(file -> file.name().endsWith(".py") || file.name().endsWith(".ipynb"));
        if (readme.isEmpty() && !code) {
            throw new ResearchException(
                    Reason.EMPTY,
                    "the repository " + name + " has neither a README nor Python code",
                    "Give a repository with a README, Python files or notebooks");
        }
        draft.source(files.listing(name));
        if (!tree.commit().isEmpty()) {
            draft.addOnce(Fact.REVISION, tree.commit(), Evidence.at("tree", "commit"));
        }
        Requirements requirements = new Requirements(files, draft);
        requirements.read();
        readme.ifPresentOrElse(
                file -> draft.readme(file.ref(), file.text()),
                () -> draft.warn("there is no README, so nothing is known in its maker's words"));
        license();
        commands();
        new Layout(tree, files, draft).read();
        CodeScan scan = new CodeScan(files, draft);
        scan.read();
        if (requirements.declared() == 0) {
            scan.requirements();
        }
        examples();
        citation();
        return draft.finish(name);
    }

    private Optional<RepositoryFile> readme() {
        for (String folder : List.of("", "docs", ".github")) {
            for (String wanted : READMES) {
                Optional<TreeEntry> entry = files.all().stream()
                        .filter(file -> file.folder().equals(folder)
                                && file.name().toLowerCase(Locale.ROOT).equals(wanted))
                        .findFirst();
                if (entry.isPresent()) {
                    return files.open(entry.get().path(), DossierDraft.CARD);
                }
            }
        }
        return Optional.empty();
    }

    private void license() {
        for (TreeEntry entry : files.root()) {
            String lower = entry.name().toLowerCase(Locale.ROOT);
            if (LICENSES.stream().noneMatch(lower::startsWith) || lower.endsWith(".py")) {
                continue;
            }
            Optional<RepositoryFile> file = files.open(entry.path());
            Optional<String> id = file.flatMap(text -> LicenseText.id(text.text()));
            if (id.isPresent()) {
                license(file.get(), id.get());
            } else if (file.isPresent()) {
                draft.warn(entry.name() + " is the text of no licence that is known");
            }
        }
    }

    private void license(RepositoryFile file, String id) {
        Optional<String> known = draft.value(Fact.LICENSE);
        if (known.isPresent() && !known.get().equals(id)) {
            draft.warn(file.path() + " is the licence " + id + ", but " + known.get() + " was found before it");
        }
        draft.source(file.ref());
        draft.addOnce(Fact.LICENSE, id, Evidence.lines(file.ref().id(), 1, file.lines()));
    }

    private void commands() {
        files.open("pyproject.toml").ifPresent(file -> PyprojectFile.scripts(file, draft));
        files.open("setup.py")
                .ifPresent(file -> new SetupScript(file.text()).consoleScripts().forEach(one -> command(file, one)));
        files.open("setup.cfg")
                .ifPresent(file -> IniText.read(file.text()).stream()
                        .filter(entry -> entry.section().equals("options.entry_points")
                                && entry.key().equals("console_scripts"))
                        .flatMap(entry -> entry.values().stream())
                        .forEach(one -> command(file, one)));
    }

    private void command(RepositoryFile file, TextLine one) {
        int equals = one.text().indexOf('=');
        if (equals > 0) {
            draft.source(file.ref());
            String command = one.text().substring(0, equals).strip();
            String target = one.text().substring(equals + 1).strip();
            draft.add("entry_point", command + " = " + target, file.at(one.line()));
        }
    }

    private void examples() {
        List<TreeEntry> candidates = files.all().stream()
                .filter(file ->
                        file.path().startsWith("examples/") || file.path().startsWith("example/"))
                .filter(file -> file.name().endsWith(".py") && !file.name().equals("__init__.py"))
                .limit(100)
                .toList();
        int taken = 0;
        for (TreeEntry candidate : candidates) {
            Optional<RepositoryFile> file = files.open(candidate.path())
                    .filter(text -> !text.text().isBlank() && text.lines() <= LONGEST_EXAMPLE);
            if (file.isPresent() && taken++ < MOST_EXAMPLES) {
                draft.example(file.get().ref(), file.get().text());
            }
        }
    }

    private void citation() {
        files.open("CITATION.cff")
                .filter(file -> file.text().length() < LONGEST_YAML)
                .ifPresent(file -> {
                    if (YamlReader.read(file.text(), new ArrayList<>()).get("title") instanceof String title) {
                        draft.source(file.ref());
                        draft.addOnce("citation_title", title, file.at("title"));
                    }
                });
    }
}
