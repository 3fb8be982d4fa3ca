package dev.alain.validators.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simple command.
 *
 * @param wrappers what stands before it: {@code sudo}, {@code env}, {@code NAME=value}, …
 * @param words its name, without directories, and its arguments, quotes and escapes undone
 * @param inside commands in {@code $(…)}, backticks and {@code <(…)} among its words
 * @param from the command whose output it reads, of a pipe
 * @param targets files that its output goes to
 * @param input what a here-document or here-string gives it
 * @param line from 1 in the text it was read from
 */
public record ShellCommand(
        List<String> wrappers,
        List<String> words,
        List<ShellCommand> inside,
        Optional<ShellCommand> from,
        List<String> targets,
        String input,
        int line) {
    /** Copies the lists. */
    public ShellCommand {
        wrappers = List.copyOf(wrappers);
        words = List.copyOf(words);
        inside = List.copyOf(inside);
        targets = List.copyOf(targets);
    }

    /** The name of what runs; empty for none. */
    public String name() {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** What follows the name. */
    public List<String> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /** The arguments that are no options. */
    public List<String> operands() {
        return arguments().stream()
                .filter(word -> !word.startsWith("-") || word.equals("-"))
                .toList();
    }

    /** Whether a short option, alone or among others, or a long one is given. */
    public boolean has(char option, String longOption) {
        for (String word : arguments()) {
            boolean cluster = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
            if ((cluster && word.indexOf(option) > 0) || (!longOption.isEmpty() && word.equals(longOption))) {
                return true;
            }
        }
        return false;
    }

    /** The commands before it in its pipe, nearest first. */
    public List<ShellCommand> feeders() {
        List<ShellCommand> all = new ArrayList<>();
        for (Optional<ShellCommand> next = from;
                next.isPresent();
                next = next.get().from()) {
            all.add(next.get());
        }
        return all;
    }

    /** The whole of it on one line. */
    public String text() {
        return String.join(" ", words);
    }
}
