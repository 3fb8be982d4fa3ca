package dev.alain.validators.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Finds many words in one pass, without regard to case (Aho and Corasick 1975).
 *
 * <p>Immutable and thread-safe; takes time linear in the text however often words occur or overlap.
 */
final class Keywords {
    private static final int ASCII = 128;

    private final List<String> words;
    private final int[][] next;
    private final int[][] ends;

    /** Takes what is found: the word's index and its first character in the text. */
    @FunctionalInterface
    interface Sink {
        void found(int word, int start);
    }

    Keywords(List<String> words) {
        this.words = List.copyOf(words);
        List<int[]> states = new ArrayList<>(List.of(state()));
        List<List<Integer>> found = new ArrayList<>(List.of(new ArrayList<>()));
        for (int word = 0; word < words.size(); word++) {
            int at = 0;
            for (char c : words.get(word).toCharArray()) {
                if (states.get(at)[c] < 0) {
                    states.get(at)[c] = states.size();
                    states.add(state());
                    found.add(new ArrayList<>());
                }
                at = states.get(at)[c];
            }
            found.get(at).add(word);
        }
        this.next = states.toArray(int[][]::new);
        link(found);
        this.ends = found.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static int[] state() {
        int[] state = new int[ASCII];
        Arrays.fill(state, -1);
        return state;
    }

    /** Replaces every missing step by that of the longest suffix that is a prefix of some word. */
    private void link(List<List<Integer>> found) {
        int[] fallback = new int[next.length];
        Queue<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            found.get(state).addAll(state == 0 ? List.of() : found.get(fallback[state]));
            for (int c = 0; c < ASCII; c++) {
                int child = next[state][c];
                int otherwise = state == 0 ? 0 : next[fallback[state]][c];
                if (child < 0) {
                    next[state][c] = otherwise;
                } else {
                    fallback[child] = otherwise;
                    queue.add(child);
                }
            }
        }
    }

    void find(CharSequence text, Sink sink) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state = c < ASCII ? next[state][c >= 'A' && c <= 'Z' ? c + 32 : c] : 0;
            for (int word : ends[state]) {
                sink.found(word, i + 1 - words.get(word).length());
            }
        }
    }
}
