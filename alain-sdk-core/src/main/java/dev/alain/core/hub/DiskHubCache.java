package dev.alain.core.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.core.store.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each answer in a file of its own.
 *
 * <p>A file is a line with the hash of the rest, a line of JSON about the answer, and the body byte by byte.
 */
final class DiskHubCache implements HubCache {
    private static final Logger LOG = LoggerFactory.getLogger(DiskHubCache.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int HASH = 64;
    private static final long LARGEST = 9L << 20;

    private final Path folder;
    private final AtomicBoolean told = new AtomicBoolean();

    DiskHubCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<StoredAnswer> find(String key) {
        Path file = file(key);
        try {
            boolean readable = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
            return readable ? read(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, StoredAnswer answer) {
        try {
            AtomicFiles.write(file(key), bytes(answer));
        } catch (IOException e) {
            if (told.compareAndSet(false, true)) {
                LOG.warn("answers of the Hub cannot be kept: {}", e.toString());
            }
        }
    }

    @Override
    public void forget(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            LOG.debug("an answer of the Hub cannot be forgotten", e);
        }
    }

    private Path file(String key) {
        String hash = Sha256.of(key);
        return folder.resolve(hash.substring(0, 2)).resolve(hash + ".answer");
    }

    private static byte[] bytes(StoredAnswer answer) throws IOException {
        byte[] head = MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                .put("url", answer.url())
                .put("status", answer.status())
                .put("etag", answer.etag())
                .put("next", answer.next())
                .put("fetched_at", answer.fetchedAt().toString()));
        int start = HASH + 1;
        byte[] all = Arrays.copyOf(new byte[0], start + head.length + 1 + answer.body().length);
        System.arraycopy(head, 0, all, start, head.length);
        all[start + head.length] = '\n';
        System.arraycopy(answer.body(), 0, all, start + head.length + 1, answer.body().length);
        System.arraycopy(Sha256.of(all, start).getBytes(StandardCharsets.US_ASCII), 0, all, 0, HASH);
        all[HASH] = '\n';
        return all;
    }

    private static Optional<StoredAnswer> read(byte[] all) throws IOException {
        int start = HASH + 1;
        if (all.length <= start
                || !Sha256.of(all, start).equals(new String(all, 0, HASH, StandardCharsets.ISO_8859_1))) {
            return Optional.empty();
        }
        int end = start;
        while (end < all.length && all[end] != '\n') {
            end++;
        }
        JsonNode head = MAPPER.readTree(all, start, end - start);
        try {
            return Optional.of(new StoredAnswer(
                    head.path("url").asText(),
                    head.path("status").asInt(),
                    head.path("etag").asText(),
                    head.path("next").asText(),
                    Instant.parse(head.path("fetched_at").asText()),
                    Arrays.copyOfRange(all, Math.min(end + 1, all.length), all.length)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
