package dev.alain.core.json;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects repairs; past a number of one kind it counts instead of listing. */
final class Notes {
    private static final int LONGEST_DETAIL = 200;

    private final int perKind;
    private int guesses;
    private final List<Repair> listed = new ArrayList<>();
    private final BitSet forgotten = new BitSet();
    private final Map<RepairKind, Count> counts = new EnumMap<>(RepairKind.class);

    /** How often a kind occurred, where its last entry is, and how far what that stands for reaches. */
    private static final class Count {
        private int all;
        private int last;
        private int end;
    }

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
        if (lists(kind, end)) {
            listed.add(new Repair(kind, start, end, Frame.pointer(frame), severity, cut(detail)));
        }
    }

    void add(RepairKind kind, Span span, String pointer, String detail) {
        if (lists(kind, span.end())) {
            listed.add(new Repair(kind, span.start(), span.end(), pointer, kind.severity(), cut(detail)));
        }
    }

    /** Counts one; true when it is still to be listed. */
    private boolean lists(RepairKind kind, int end) {
        Count count = counts.computeIfAbsent(kind, none -> new Count());
        count.all++;
        count.end = Math.max(count.end, end);
        if (count.all <= perKind) {
            count.last = listed.size();
            return true;
        }
        return false;
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
        forgotten.set(from, to);
    }

    /** What was noted; the last entry of a kind that overflowed stands for the rest. */
    List<Repair> list() {
        List<Repair> all = new ArrayList<>(listed);
        counts.forEach((kind, count) -> {
            if (count.all > perKind) {
                Repair entry = all.get(count.last);
                String detail = "and " + (count.all - perKind) + " more of this kind";
                all.set(
                        count.last,
                        new Repair(kind, entry.start(), count.end, entry.pointer(), entry.severity(), detail));
            }
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
