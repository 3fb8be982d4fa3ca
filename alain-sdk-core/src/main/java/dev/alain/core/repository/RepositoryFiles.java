package dev.alain.core.repository;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.research.DossierDraft;
import dev.alain.core.research.PlainText;
import dev.alain.core.research.SourceText;
import dev.alain.research.SourceRef;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens files of a repository as text, and says in the dossier which could not be opened. */
final class RepositoryFiles {
    private static final String LFS = "version https://git-lfs.github.com/spec/";

    private final RepositoryTree tree;
    private final String page;
    private final RepositoryLimits limits;
    private final DossierDraft draft;
    private final List<TreeEntry> files;
    private final Set<String> paths;

    /**
     * @param page where people see the repository; empty when it is only local
     */
    RepositoryFiles(RepositoryTree tree, String page, RepositoryLimits limits, DossierDraft draft) {
        this.tree = tree;
        this.page = page;
        this.limits = limits;
        this.draft = draft;
        this.files = tree.entries().stream()
                .filter(entry -> entry.kind() == TreeEntry.Kind.FILE)
                .toList();
        this.paths = files.stream().map(TreeEntry::path).collect(Collectors.toUnmodifiableSet());
    }

    /** All files, sorted by path. */
    List<TreeEntry> all() {
        return files;
    }

    /** The files of the root. */
    List<TreeEntry> root() {
        return files.stream().filter(file -> file.folder().isEmpty()).toList();
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    /** A file as text; empty when there is none, or it is too large, or its text lies in Git LFS. */
    Optional<RepositoryFile> open(String path) {
        return open(path, PlainText.visible(path));
    }

    /** The same, under an id of its own. */
    Optional<RepositoryFile> open(String path, String id) {
        if (!has(path)) {
            return Optional.empty();
        }
        int limit = path.endsWith(".ipynb") ? limits.notebookBytes() : limits.textBytes();
        Optional<byte[]> bytes = read(path, limit);
        if (bytes.isEmpty()) {
            draft.lacks(path);
            draft.warn(path + " is larger than is read, and was left out");
            return Optional.empty();
        }
        SourceRef ref = ref(id, path, bytes.get());
        String text = visible(SourceText.decode(ref, bytes.get()).text());
        if (text.startsWith(LFS)) {
            draft.lacks(path);
            draft.warn(path + " is only a pointer to a file in Git LFS");
            return Optional.empty();
        }
        return Optional.of(new RepositoryFile(path, ref, text));
    }

    /** The size that a pointer to Git LFS states; empty for a file that is no pointer. */
    Optional<String> lfsSize(String path) {
        return read(path, 1024)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.startsWith(LFS))
                .map(text -> text.lines()
                        .filter(line -> line.startsWith("size "))
                        .map(line -> line.substring(5).strip())
                        .filter(size -> !size.isEmpty() && size.chars().allMatch(c -> c >= '0' && c <= '9'))
                        .findFirst()
                        .orElse("?"));
    }

    private Optional<byte[]> read(String path, int limit) {
        try {
            return tree.read(path, limit);
        } catch (IOException e) {
            throw new ResearchException(
                    Reason.UNREADABLE, path + " cannot be read", "Check the repository and its rights", e);
        }
    }

    private SourceRef ref(String id, String path, byte[] bytes) {
        String name = PlainText.visible(path.substring(path.lastIndexOf('/') + 1));
        return new SourceRef(id, name, SourceText.sha256(bytes), url("blob", path), tree.commit(), "");
    }

    /** The repository as a source: the list of its files. */
    SourceRef listing(String name) {
        String list = tree.entries().stream()
                .map(entry -> entry.kind() + " " + entry.path())
                .collect(Collectors.joining("\n"));
        String sha256 = SourceText.sha256(list.getBytes(StandardCharsets.UTF_8));
        return new SourceRef("tree", name, sha256, url("tree", ""), tree.commit(), "");
    }

    private String url(String kind, String path) {
        if (page.isEmpty()) {
            return "";
        }
        String encoded = Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return page + "/" + kind + "/" + tree.commit() + (path.isEmpty() ? "" : "/" + encoded);
    }

    /** Without bidi, zero-width and control characters; lines stay where they are. */
    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\0';
            if (!control && Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }
}
