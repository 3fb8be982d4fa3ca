package dev.alain.validators.packages;

import java.util.ArrayList;
import java.util.List;

/** Splits a shell line into commands and words, as far as finding installs needs it. */
final class ShellWords {
    private final String line;
    private final List<List<String>> commands = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private List<String> words = new ArrayList<>();
    private boolean begun;

    private ShellWords(String line) {
        this.line = line;
    }

    /** The commands of a line, each as its words without quotes; redirections and comments are left out. */
    static List<List<String>> commands(String line) {
        ShellWords reader = new ShellWords(line);
        reader.read();
        return reader.commands;
    }

    private void read() {
        char quote = 0;
        int braces = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                append(c, quote != 0);
            } else if (braces == 0 && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (c == '\\' && i + 1 < line.length()) {
                i++;
                append(line.charAt(i), line.charAt(i) != '\n');
            } else if (c == '{' || c == '}') {
                braces = Math.max(0, braces + (c == '{' ? 1 : -1));
                append(c, true);
            } else if (braces == 0 && Character.isWhitespace(c)) {
                endWord();
                if (c == '\n') {
                    endCommand();
                }
            } else if (braces == 0 && (c == ';' || c == '|' || c == '&')) {
                endWord();
                endCommand();
            } else if (c == '#' && !begun) {
                i = endOfLine(i);
            } else {
                append(c, true);
            }
        }
        endWord();
        endCommand();
    }

    private int endOfLine(int from) {
        int end = line.indexOf('\n', from);
        endCommand();
        return end < 0 ? line.length() : end;
    }

    private void append(char c, boolean keep) {
        if (keep) {
            word.append(c);
            begun = true;
        }
    }

    private void endWord() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }

    private void endCommand() {
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }
}
