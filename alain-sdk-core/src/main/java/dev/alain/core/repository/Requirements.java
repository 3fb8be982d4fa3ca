package dev.alain.core.repository;

import dev.alain.core.research.DossierDraft;
import dev.alain.research.Fact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The packages that the files of a repository declare; benchmarks and tests in its folders do not count. */
final class Requirements {
    private static final int DEEPEST = 4;
    /** Words in names of files that list tools for those who work on the code. */
    private static final Set<String> FOR_DEVELOPERS = Set.of(
            "dev",
            "develop",
            "development",
            "test",
            "tests",
            "testing",
            "doc",
            "docs",
            "lint",
            "ci",
            "bench",
            "benchmark",
            "benchmarks",
            "build",
            "style",
            "format");

    private final RepositoryFiles files;
    private final DossierDraft draft;
    private final Set<String> seen = new HashSet<>();
    private int declared;

    Requirements(RepositoryFiles files, DossierDraft draft) {
        this.files = files;
        this.draft = draft;
    }

    /** Reads every dependency file of the root. */
    void read() {
        files.open("pyproject.toml").ifPresent(file -> new PyprojectFile(file, this).read());
        files.open("setup.cfg").ifPresent(this::config);
        files.open("setup.py").ifPresent(this::script);
        files.root().stream().map(TreeEntry::name).filter(Requirements::isList).forEach(name -> include(name, 0));
        for (String name : new String[] {"environment.yml", "environment.yaml"}) {
            files.open(name)
                    .ifPresent(file -> CondaEnvironment.requirements(file.text())
                            .forEach(line -> line(file, line.text(), line.line(), 0)));
        }
    }

    /** How many packages were declared. */
    int declared() {
        return declared;
    }

    private static boolean isList(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean list = lower.startsWith("requirements") && lower.endsWith(".txt");
        return list
                && List.of(lower.substring(0, lower.length() - 4).split("[-_.]+", -1)).stream()
                        .noneMatch(FOR_DEVELOPERS::contains);
    }

    private void config(RepositoryFile file) {
        for (IniText.Entry entry : IniText.read(file.text())) {
            if (entry.section().equals("options") && entry.key().equals("install_requires")) {
                entry.values().forEach(value -> line(file, value.text(), value.line(), 0));
            }
        }
    }

    private void script(RepositoryFile file) {
        SetupScript script = new SetupScript(file.text());
        script.requirements()
                .ifPresentOrElse(
                        list -> list.forEach(one -> line(file, one.text(), one.line(), 0)),
                        () -> draft.warn("setup.py computes what it requires; it was read, not run"));
    }

    /** Reads a list for pip, and the lists that it names. */
    void include(String path, int depth) {
        if (depth > DEEPEST || !seen.add(path)) {
            return;
        }
        files.open(path).ifPresent(file -> {
            int number = 0;
            StringBuilder open = new StringBuilder();
            for (String text : file.text().split("\n", -1)) {
                number++;
                open.append(text.endsWith("\\") ? text.substring(0, text.length() - 1) : text);
                if (!text.endsWith("\\")) {
                    line(file, open.toString(), number, depth);
                    open.setLength(0);
                }
            }
        });
    }

    /** One line of a list: a package, an address, or an option of pip. */
    void line(RepositoryFile file, String written, int number, int depth) {
        String text = withoutComment(written);
        String included = option(text, "-r", "--requirement");
        String editable = option(text, "-e", "--editable");
        if (!included.isEmpty()) {
            include(resolved(file.folder(), included), depth + 1);
        } else if (!editable.isEmpty()) {
            address(file, editable, number);
        } else if (text.contains("://")) {
            address(file, text, number);
        } else if (!text.startsWith("-") && !text.contains("extra ==")) {
            PackageName.of(text).ifPresent(name -> {
                declared++;
                draft.source(file.ref());
                draft.add(Fact.REQUIREMENT, name, file.at(number));
            });
        }
    }

    /** What comes from an address may share its name with another package, so the name alone is no requirement. */
    private void address(RepositoryFile file, String text, int number) {
        if (text.contains("://")) {
            declared++;
            draft.source(file.ref());
            draft.add("url_requirement", text, file.at(number));
        }
    }

    private static String option(String text, String... names) {
        for (String name : names) {
            boolean named = text.startsWith(name) && text.length() > name.length();
            char next = named ? text.charAt(name.length()) : 'x';
            if (next == ' ' || next == '=' || next == '\t') {
                return text.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private static String withoutComment(String written) {
        String text = written.strip();
        int comment = text.indexOf(" #");
        return text.startsWith("#") ? "" : (comment < 0 ? text : text.substring(0, comment)).strip();
    }

    /** A path beside a file; one that leads out of the repository is no path of it, and so not found. */
    private static String resolved(String folder, String path) {
        String joined = folder.isEmpty() ? path : folder + "/" + path;
        Deque<String> parts = new ArrayDeque<>();
        for (String part : joined.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return "";
                }
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
