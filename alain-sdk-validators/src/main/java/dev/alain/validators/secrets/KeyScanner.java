package dev.alain.validators.secrets;

import com.google.re2j.Matcher;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds providers' keys by their shapes: keywords in one pass, then a pattern in a small window. */
final class KeyScanner {
    private static final List<KeyShape> SHAPES = KeyShape.all();
    private static final List<Keyword> KEYWORDS = keywords();
    private static final Keywords INDEX =
            new Keywords(KEYWORDS.stream().map(Keyword::word).toList());
    /** How far a key stands from the word that says whose it is. */
    private static final int CONTEXT = 160;
    /** Keys glued to a word by a hyphen or underscore are looked for this often, to stay linear in hostile text. */
    private static final int MOST_GLUED = 500;

    private final String text;
    private final List<Hit> hits = new ArrayList<>();
    private final int[] foundTo = new int[SHAPES.size()];
    private final Map<Integer, List<Integer>> contexts = new TreeMap<>();
    private int glued;

    private KeyScanner(String text) {
        this.text = text;
    }

    private record Keyword(String word, int shape, boolean context) {}

    private record Hit(int shape, int start, int end) {}

    private static List<Keyword> keywords() {
        List<Keyword> keywords = new ArrayList<>();
        for (int i = 0; i < SHAPES.size(); i++) {
            int shape = i;
            SHAPES.get(i).keywords().forEach(word -> keywords.add(new Keyword(word, shape, false)));
            SHAPES.get(i).context().forEach(word -> keywords.add(new Keyword(word, shape, true)));
        }
        return List.copyOf(keywords);
    }

    /** The keys of a text in order; they do not overlap. */
    static List<Leak> scan(String text) {
        KeyScanner scanner = new KeyScanner(text);
        INDEX.find(text, scanner::found);
        scanner.contexts.forEach(scanner::nearby);
        return scanner.leaks();
    }

    private void found(int keyword, int at) {
        Keyword word = KEYWORDS.get(keyword);
        if (word.context()) {
            contexts.computeIfAbsent(word.shape(), shape -> new ArrayList<>()).add(at);
        } else if (at >= foundTo[word.shape()]) {
            around(word.shape(), at);
        }
    }

    /** Looks for a key that holds its keyword. */
    private void around(int index, int at) {
        KeyShape shape = SHAPES.get(index);
        int from = shape.startOf(text, at);
        if (from >= 0 && mayStart(shape, from)) {
            Matcher matcher = shape.pattern().matcher(window(from, at + shape.window()));
            if (matcher.lookingAt()) {
                // What fitted once is not looked at again, whether it was a key or not.
                foundTo[index] = shape.isLong() ? from + matcher.end() : foundTo[index];
                take(index, from, from + matcher.end());
            }
        }
    }

    /** A view, because copying a window for each keyword would cost more than matching. */
    private CharBuffer window(int from, int to) {
        return CharBuffer.wrap(text, from, Math.min(text.length(), to));
    }

    private boolean mayStart(KeyShape shape, int at) {
        return TokenEdges.startsAt(text, at)
                || shape.isAfterGlue(text, at)
                || !shape.strict() && TokenEdges.isGlued(text, at) && glued++ < MOST_GLUED;
    }

    /** Looks for keys near words that say whose they are; stretches around near words are searched as one. */
    private void nearby(int index, List<Integer> words) {
        int from = -1;
        int to = -1;
        for (int at : words) {
            if (from >= 0 && at - CONTEXT > to) {
                between(index, from, to);
                from = -1;
            }
            from = from < 0 ? Math.max(0, at - CONTEXT) : from;
            to = Math.min(text.length(), at + 2 * CONTEXT);
        }
        if (from >= 0) {
            between(index, from, to);
        }
    }

    private void between(int index, int from, int to) {
        Matcher matcher = SHAPES.get(index).pattern().matcher(window(from, to));
        while (matcher.find()) {
            int start = from + matcher.start();
            int end = from + matcher.end();
            if (TokenEdges.startsAt(text, start)
                    && !TokenEdges.namesAHash(text, start)
                    && (!SHAPES.get(index).needsName() || ValueLabel.isSecret(text, start, end))) {
                take(index, start, end);
            }
        }
    }

    private void take(int index, int start, int end) {
        KeyShape shape = SHAPES.get(index);
        boolean apart = TokenEdges.startsAt(text, start)
                || shape.isAfterGlue(text, start)
                || !shape.strict() && TokenEdges.isGlued(text, start);
        if (apart
                && TokenEdges.endsAt(text, end)
                && shape.isRandom(text.substring(start, end))
                && !TokenEdges.follows(text, start, shape.notAfter())) {
            hits.add(new Hit(index, start, end));
            foundTo[index] = end;
        }
    }

    private List<Leak> leaks() {
        hits.sort(Comparator.comparingInt(Hit::start).thenComparingInt(Hit::shape));
        List<Leak> leaks = new ArrayList<>();
        Hit open = null;
        for (Hit hit : hits) {
            if (open != null && hit.start() < open.end()) {
                open = new Hit(Math.min(open.shape(), hit.shape()), open.start(), Math.max(open.end(), hit.end()));
            } else {
                if (open != null) {
                    leaks.add(leak(open));
                }
                open = hit;
            }
        }
        if (open != null) {
            leaks.add(leak(open));
        }
        return leaks;
    }

    private Leak leak(Hit hit) {
        KeyShape shape = SHAPES.get(hit.shape());
        return new Leak(
                Leak.Kind.PROVIDER_KEY,
                shape.type(),
                shape.label(),
                shape.variable(),
                shape.shown(),
                hit.start(),
                hit.end(),
                Leak.digest(text.subSequence(hit.start(), hit.end())));
    }
}
