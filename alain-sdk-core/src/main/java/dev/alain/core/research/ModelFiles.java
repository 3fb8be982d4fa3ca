package dev.alain.core.research;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.research.SourceRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files from which a dossier is made: the card and the JSON beside it.
 *
 * @param modelId as the caller named it; empty to take it from the files
 * @param revision the commit of the files; empty when unknown
 * @param cardName how people know the card: the base name of its file
 * @param contents by base name
 * @param names every file of the repository that is known to exist
 */
record ModelFiles(String modelId, String revision, String cardName, Map<String, byte[]> contents, List<String> names) {
    static final String CARD = "README.md";
    static final String CONFIG = "config.json";
    static final String HUB = "hf-api.json";
    static final String TOKENIZER = "tokenizer_config.json";
    static final String TEMPLATE = "chat_template.jinja";

    private static final List<String> BESIDE = List.of(CONFIG, HUB, TOKENIZER, TEMPLATE);
    private static final long LARGEST = 8L << 20;

    /** A card in a file, or in a folder as README.md, and what lies beside it. */
    static ModelFiles beside(Path named, String modelId) {
        Path card = Files.isDirectory(named) ? named.resolve(CARD) : named;
        Map<String, byte[]> contents = new TreeMap<>();
        Path folder = card.toAbsolutePath().getParent();
        for (String name : BESIDE) {
            Path file = folder == null ? Path.of(name) : folder.resolve(name);
            if (Files.isRegularFile(file) && isSmall(file)) {
                contents.put(name, read(file));
            }
        }
        // A gated repository may have told its metadata and not its card.
        if (Files.exists(card) || !contents.containsKey(HUB)) {
            contents.put(CARD, read(card));
        }
        String name = String.valueOf(card.getFileName());
        return new ModelFiles(modelId, "", name, contents, List.of());
    }

    /** A card as text. */
    static ModelFiles ofText(String text, String modelId) {
        return new ModelFiles(
                modelId, "", "pasted text", Map.of(CARD, text.getBytes(StandardCharsets.UTF_8)), List.of());
    }

    /** A snapshot of the Hugging Face cache. */
    static ModelFiles snapshot(Path folder, String modelId, String revision) {
        Map<String, byte[]> contents = new TreeMap<>();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 4)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                names.add(name);
                if ((name.equals(CARD) || BESIDE.contains(name)) && isSmall(file)) {
                    contents.put(name, read(file));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ResearchException(
                    Reason.UNREADABLE,
                    "the snapshot of " + modelId + " in the cache cannot be listed",
                    "Check its rights",
                    e);
        }
        return new ModelFiles(modelId, revision, CARD, contents, List.copyOf(names));
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw new ResearchException(Reason.NOT_FOUND, "there is no file " + file, "Check the path");
        }
        if (!isSmall(file)) {
            throw new ResearchException(
                    Reason.UNREADABLE, name + " is larger than 8 MiB", "Give a model card in Markdown");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ResearchException(Reason.UNREADABLE, name + " cannot be read", "Check its rights", e);
        }
    }

    /** What a dossier made from these files depends on. */
    String fingerprint() {
        StringBuilder all = new StringBuilder(modelId)
                .append('\n')
                .append(revision)
                .append('\n')
                .append(cardName)
                .append('\n');
        contents.forEach((name, bytes) ->
                all.append(name).append(' ').append(SourceText.sha256(bytes)).append('\n'));
        names.forEach(name -> all.append(name).append('\n'));
        return SourceText.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    Optional<byte[]> file(String name) {
        return Optional.ofNullable(contents.get(name));
    }

    SourceRef cardRef(String commit) {
        String sha256 = SourceText.sha256(contents.getOrDefault(CARD, new byte[0]));
        return new SourceRef("card", cardName, sha256, "", commit, "");
    }

    SourceRef ref(String id, String name, String url, String commit) {
        byte[] bytes = contents.getOrDefault(name, new byte[0]);
        return new SourceRef(id, name, SourceText.sha256(bytes), url, commit, "");
    }
}
