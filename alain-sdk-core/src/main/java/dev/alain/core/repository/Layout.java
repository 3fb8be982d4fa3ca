package dev.alain.core.repository;

import dev.alain.core.research.DossierDraft;
import dev.alain.research.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the names of a repository's files say: packages, folders, links, submodules, weights. */
final class Layout {
    private static final int MOST_NAMED = 12;
    private static final int MOST_WEIGHTS = 30;
    private static final Set<String> NO_PACKAGES =
            Set.of("test", "tests", "testing", "docs", "doc", "examples", "example");
    private static final List<String> WEIGHTS =
            List.of(".safetensors", ".bin", ".pt", ".pth", ".onnx", ".gguf", ".ckpt", ".h5", ".pkl", ".tflite");

    private final RepositoryTree tree;
    private final RepositoryFiles files;
    private final DossierDraft draft;

    Layout(RepositoryTree tree, RepositoryFiles files, DossierDraft draft) {
        this.tree = tree;
        this.files = files;
        this.draft = draft;
    }

    void read() {
        packages();
        structure();
        named(TreeEntry.Kind.SUBMODULE, "submodule", "submodules were not fetched");
        named(TreeEntry.Kind.LINK, "symbolic_link", "symbolic links were not followed");
        files.all().stream()
                .filter(file ->
                        file.name().equals("Dockerfile") && !file.folder().contains("/"))
                .forEach(file -> draft.add("dockerfile", file.path(), at(file.path())));
        weights();
        if (tree.truncated()) {
            draft.warn("the repository has more files or deeper folders than are looked at");
        }
    }

    private void packages() {
        for (TreeEntry file : files.all()) {
            String folder = file.folder();
            String name = folder.substring(folder.lastIndexOf('/') + 1);
            String parent = folder.equals(name) ? "" : folder.substring(0, folder.length() - name.length() - 1);
            boolean top = List.of("", "src", "lib", "python").contains(parent) && !folder.isEmpty();
            if (top && !NO_PACKAGES.contains(name.toLowerCase(Locale.ROOT)) && isIdentifier(name)) {
                if (file.name().equals("__init__.py")) {
                    draft.add("package", name, at(file.path()));
                } else if (file.name().equals("__main__.py")) {
                    draft.add("entry_point", "python -m " + name, at(file.path()));
                }
            }
        }
    }

    private void structure() {
        Map<String, Integer> counts = new TreeMap<>();
        for (TreeEntry file : files.all()) {
            int slash = file.path().indexOf('/');
            counts.merge(slash < 0 ? "" : file.path().substring(0, slash), 1, Integer::sum);
        }
        int root = counts.containsKey("") ? counts.remove("") : 0;
        String folders = counts.entrySet().stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.getKey() + "/ (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        int more = counts.size() - MOST_NAMED;
        String text = root + (root == 1 ? " file" : " files") + " at the root"
                + (folders.isEmpty() ? "" : "; folders with their files: " + folders)
                + (more > 0 ? " and " + more + " more" : "");
        draft.add("structure", text, at(""));
    }

    private void named(TreeEntry.Kind kind, String fact, String warning) {
        List<String> paths = tree.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(TreeEntry::path)
                .toList();
        paths.stream().limit(MOST_NAMED).forEach(path -> draft.add(fact, path, at(path)));
        if (!paths.isEmpty()) {
            draft.warn(paths.size() + " " + warning + ", such as " + paths.get(0));
        }
    }

    private void weights() {
        files.all().stream()
                .filter(file -> WEIGHTS.stream().anyMatch(file.name()::endsWith))
                .limit(MOST_WEIGHTS)
                .forEach(file -> files.lfsSize(file.path())
                        .ifPresent(
                                size -> draft.add("lfs_file", file.path() + " (" + size + " bytes)", at(file.path()))));
    }

    private static Evidence at(String path) {
        return Evidence.at("tree", path);
    }

    private static boolean isIdentifier(String name) {
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')
                && !Character.isDigit(name.charAt(0));
    }
}
