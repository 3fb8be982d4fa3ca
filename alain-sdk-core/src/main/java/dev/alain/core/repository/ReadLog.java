package dev.alain.core.repository;

import dev.alain.core.research.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree that remembers what was read of it. */
final class ReadLog implements RepositoryTree {
    private final RepositoryTree tree;
    private final Map<String, String> read = new TreeMap<>();

    ReadLog(RepositoryTree tree) {
        this.tree = tree;
    }

    @Override
    public String commit() {
        return tree.commit();
    }

    @Override
    public List<TreeEntry> entries() {
        return tree.entries();
    }

    @Override
    public boolean truncated() {
        return tree.truncated();
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws IOException {
        Optional<byte[]> bytes = tree.read(path, limit);
        read.put(path, bytes.map(SourceText::sha256).orElse("too large"));
        return bytes;
    }

    /** What a dossier depends on: the names of all files and the contents of those that were read. */
    String fingerprint() {
        StringBuilder all = new StringBuilder();
        tree.entries()
                .forEach(entry -> all.append(entry.kind())
                        .append(' ')
                        .append(entry.path())
                        .append('\n'));
        read.forEach((path, hash) -> all.append(path).append('\n').append(hash).append('\n'));
        return SourceText.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
