package dev.alain.core.hub;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the answers that were used last, up to a number and a size. */
final class MemoryHubCache implements HubCache {
    private final Map<String, StoredAnswer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final int mostAnswers;
    private final long mostBytes;
    private long bytes;

    MemoryHubCache(int mostAnswers, long mostBytes) {
        this.mostAnswers = mostAnswers;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized Optional<StoredAnswer> find(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public synchronized void put(String key, StoredAnswer answer) {
        forget(key);
        answers.put(key, answer);
        bytes += answer.body().length;
        Iterator<StoredAnswer> oldest = answers.values().iterator();
        while (answers.size() > mostAnswers || (bytes > mostBytes && !answers.isEmpty())) {
            bytes -= oldest.next().body().length;
            oldest.remove();
        }
    }

    @Override
    public synchronized void forget(String key) {
        StoredAnswer known = answers.remove(key);
        bytes -= known == null ? 0 : known.body().length;
    }
}
