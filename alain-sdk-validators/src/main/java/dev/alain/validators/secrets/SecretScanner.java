package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds secrets in any text and blots them out.
 *
 * <p>Knows providers' keys by shape, private keys in armour and passwords in addresses; leaves placeholders alone.
 * Takes time linear in the text, whatever it holds. Stateless and thread-safe.
 */
public final class SecretScanner {
    private SecretScanner() {}

    /** The secrets of a text in order; they do not overlap. */
    public static List<Leak> scan(String text) {
        List<Leak> all = new ArrayList<>(KeyScanner.scan(text));
        all.addAll(PrivateKeys.scan(text));
        all.addAll(UrlPasswords.scan(text));
        all.sort(Comparator.comparingInt(Leak::start).thenComparing(Leak::kind));
        List<Leak> apart = new ArrayList<>();
        for (Leak leak : all) {
            Leak last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || leak.start() >= last.end()) {
                apart.add(leak);
            } else {
                Leak first = last.kind().compareTo(leak.kind()) <= 0 ? last : leak;
                apart.set(apart.size() - 1, first.at(last.start(), Math.max(last.end(), leak.end())));
            }
        }
        return apart;
    }

    /** The text with every secret replaced by its type; the same text when there is none. */
    public static String redact(String text) {
        StringBuilder kept = new StringBuilder();
        int done = 0;
        for (Leak leak : scan(text)) {
            kept.append(text, done, leak.start()).append(leak.redacted());
            done = leak.end();
        }
        return done == 0 ? text : kept.append(text, done, text.length()).toString();
    }
}
