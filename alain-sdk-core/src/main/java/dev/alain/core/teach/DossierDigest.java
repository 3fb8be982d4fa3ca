package dev.alain.core.teach;

import dev.alain.core.guard.DangerousCode;
import dev.alain.core.guard.VisibleText;
import dev.alain.core.text.KeyShapes;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of a dossier that a prompt carries: the most relevant facts and examples, within a number of characters. */
final class DossierDigest {
    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            Map.entry(Fact.TASK, 100),
            Map.entry(Fact.LIBRARY, 100),
            Map.entry(Fact.LICENSE, 95),
            Map.entry(Fact.PARAMETERS, 95),
            Map.entry(Fact.CONTEXT_LENGTH, 90),
            Map.entry(Fact.ARCHITECTURE, 90),
            Map.entry(Fact.CHAT_TEMPLATE, 85),
            Map.entry(Fact.MEMORY_GIB, 80),
            Map.entry(Fact.DTYPE, 70),
            Map.entry(Fact.QUANTIZATION, 80),
            Map.entry(Fact.WEIGHT_FILE, 60),
            Map.entry(Fact.BASE_MODEL, 60),
            Map.entry(Fact.GATED, 60),
            Map.entry(Fact.CUSTOM_CODE, 60),
            Map.entry(Fact.SUMMARY, 75),
            Map.entry(Fact.INTENDED_USE, 55),
            Map.entry(Fact.LIMITATIONS, 55),
            Map.entry(Fact.LABEL, 50),
            Map.entry(Fact.LANGUAGE, 45),
            Map.entry(Fact.EVALUATION, 40),
            Map.entry(Fact.TRAINING, 35),
            Map.entry(Fact.LICENSE_LINK, 40),
            Map.entry(Fact.PAPER, 30),
            Map.entry(Fact.PROMPT_PREFIX, 85),
            Map.entry(Fact.MASK_TOKEN, 85),
            Map.entry(Fact.SAMPLING_RATE, 85),
            Map.entry(Fact.HIDDEN_SIZE, 60),
            Map.entry(Fact.SIZE_LABEL, 50));

    private static final Set<String> LEFT_OUT =
            Set.of(Fact.TAG, Fact.CITATION, Fact.REQUIREMENT, Fact.REVISION, "half_bytes", Fact.WEIGHT_BYTES);
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_CODE = 1_400;

    /** One line or block of the digest. */
    private record Entry(int order, int score, String text) {}

    private final Dossier dossier;
    private final Set<String> words;
    private final Set<String> wanted;

    /**
     * @param wanted ids of facts and snippets that matter most
     * @param about what the prompt is about; facts with the same words come first
     */
    DossierDigest(Dossier dossier, List<String> wanted, String about) {
        this.dossier = dossier;
        this.wanted = Set.copyOf(wanted);
        this.words = words(about);
    }

    /** At most so many characters. */
    String text(int characters) {
        List<Entry> entries = new ArrayList<>();
        facts(entries);
        snippets(entries);
        List<Entry> chosen = new ArrayList<>();
        int used = 0;
        for (Entry entry : entries.stream()
                .sorted(Comparator.comparingInt(Entry::score).reversed().thenComparingInt(Entry::order))
                .toList()) {
            if (used + entry.text().length() + 1 <= characters) {
                used += entry.text().length() + 1;
                chosen.add(entry);
            }
        }
        chosen.sort(Comparator.comparingInt(Entry::order));
        return String.join("\n", chosen.stream().map(Entry::text).toList());
    }

    private void facts(List<Entry> entries) {
        Map<String, List<Fact>> byName = new LinkedHashMap<>();
        dossier.facts().stream()
                .filter(fact -> !LEFT_OUT.contains(fact.name()))
                .forEach(fact -> byName.computeIfAbsent(fact.name(), unused -> new ArrayList<>())
                        .add(fact));
        byName.forEach((name, facts) -> {
            String ids = facts.get(0).id();
            String values =
                    String.join(", ", facts.stream().limit(20).map(Fact::value).toList());
            boolean asked = facts.stream().anyMatch(fact -> wanted.contains(fact.id()));
            int score = WEIGHTS.getOrDefault(name, 10) + (asked ? 200 : 0) + overlap(values);
            entries.add(
                    new Entry(entries.size(), score, "[" + ids + "] " + name + ": " + shown(values, LONGEST_VALUE)));
        });
    }

    private void snippets(List<Entry> entries) {
        int rank = 0;
        for (Snippet snippet : dossier.snippets()) {
            boolean useful = snippet.language().equals("python")
                    && snippet.use() != SnippetUse.INSTALL
                    && snippet.use() != SnippetUse.CITATION
                    && DangerousCode.in(snippet.code()).isEmpty();
            if (useful) {
                int score = 90 - 15 * rank++ + (wanted.contains(snippet.id()) ? 200 : 0) + overlap(snippet.heading());
                String head = "[" + snippet.id() + "] example (" + shown(snippet.heading(), 60) + "):\n";
                entries.add(new Entry(entries.size(), score, head + shown(snippet.code(), LONGEST_CODE)));
            }
        }
    }

    private int overlap(String text) {
        int shared = 0;
        for (String word : words(text)) {
            shared += words.contains(word) ? 4 : 0;
        }
        return Math.min(40, shared);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 400)) {
            if (word.length() > 3) {
                words.add(word);
            }
        }
        return words;
    }

    private static String shown(String text, int most) {
        String visible = KeyShapes.redacted(VisibleText.of(text)).strip();
        return visible.length() <= most ? visible : visible.substring(0, most) + " [cut]";
    }
}
