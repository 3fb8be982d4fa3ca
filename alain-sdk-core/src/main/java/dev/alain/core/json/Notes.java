package dev.alain.core.json;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects repairs; past a number of one kind it counts instead of listing. */
final class Notes {
    private static final int LONGEST_DETAIL = 200;

    private final int perKind;
    private int guesses;
    private final List<Repair> listed = new ArrayList<>();
    private final BitSet forgotten = new BitSet();
    private final Map<RepairKind, Integer> counts = new EnumMap<>(RepairKind.class);
    private final Map<RepairKind, Integer> last = new EnumMap<>(RepairKind.class);
    private final Map<RepairKind, Integer> ends = new EnumMap<>(RepairKind.class);

    Notes(int perKind) {
        this.perKind = perKind;
    }

    void add(RepairKind kind, int start, int end, @Nullable Frame frame, String detail) {
        add(kind, start, end, frame, detail, kind.severity());
    }

    void add(RepairKind kind, int start, int end, @Nullable Frame frame, String detail, Severity severity) {
        if (severity != Severity.LOSSLESS && kind != RepairKind.TRUNCATED) {
            guesses++;
        }
        if (counts.merge(kind, 1, Integer::sum) <= perKind) {
            last.put(kind, listed.size());
            listed.add(new Repair(kind, start, end, Frame.pointer(frame), severity, cut(detail)));
        } else {
            extendLast(kind, end);
        }
    }

    void add(RepairKind kind, Span span, String pointer, String detail) {
        if (counts.merge(kind, 1, Integer::sum) <= perKind) {
            last.put(kind, listed.size());
            listed.add(new Repair(kind, span.start(), span.end(), pointer, kind.severity(), cut(detail)));
        } else {
            extendLast(kind, span.end());
        }
    }

    private void extendLast(RepairKind kind, int end) {
        ends.merge(kind, end, Math::max);
    }

    private static String cut(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 1) + "\u2026";
    }

    int size() {
        return listed.size();
    }

    /** How many repairs so far were guesses or losses; a cut is neither. */
    int guesses() {
        return guesses;
    }

    boolean contains(RepairKind kind) {
        return counts.containsKey(kind);
    }

    /** Forgets what was noted between the two numbers of notes. */
    void forget(int from, int to) {
        for (int at = from; at < to; at++) {
            forgotten.set(at);
        }
    }

    /** What was noted; the last entry of a kind that overflowed stands for the rest. */
    List<Repair> list() {
        List<Repair> all = new ArrayList<>(listed);
        ends.forEach((kind, end) -> {
            int index = Objects.requireNonNull(last.get(kind));
            Repair entry = all.get(index);
            int more = Objects.requireNonNull(counts.get(kind)) - perKind;
            all.set(
                    index,
                    new Repair(
                            kind,
                            entry.start(),
                            Math.max(entry.end(), end),
                            entry.pointer(),
                            entry.severity(),
                            "and " + more + " more of this kind"));
        });
        List<Repair> kept = new ArrayList<>(all.size());
        for (int at = 0; at < all.size(); at++) {
            if (!forgotten.get(at)) {
                kept.add(all.get(at));
            }
        }
        return kept;
    }
}
