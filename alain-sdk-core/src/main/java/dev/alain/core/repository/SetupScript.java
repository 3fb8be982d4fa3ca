package dev.alain.core.repository;

import dev.alain.core.repository.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code setup.py} says in so many words; it is read, never run. */
final class SetupScript {
    private final List<PythonToken> tokens;

    SetupScript(String code) {
        this.tokens = PythonScanner.scan(code);
    }

    /**
     * The requirements, when they are a list of strings, or a variable that is one.
     *
     * @return empty when the script computes them
     */
    Optional<List<TextLine>> requirements() {
        int value = valueOf("install_requires");
        if (value < 0) {
            return Optional.of(List.of());
        }
        Optional<List<TextLine>> list = list(value);
        PythonToken first = tokens.get(value);
        boolean variable = first.kind() == Kind.WORD
                && value + 1 < tokens.size()
                && (tokens.get(value + 1).isSign(",") || tokens.get(value + 1).isSign(")"));
        return list.isPresent() || !variable ? list : assigned(first.text());
    }

    /** Commands that it installs, as {@code name = module:function}. */
    List<TextLine> consoleScripts() {
        List<TextLine> scripts = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean key = tokens.get(i).isString() && tokens.get(i).text().equals("console_scripts");
            if (key && tokens.get(i + 1).isSign(":")) {
                list(i + 2).ifPresent(scripts::addAll);
            }
        }
        return scripts;
    }

    /** The index of the value of a keyword argument; -1 when there is none. */
    private int valueOf(String keyword) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean dictionary = tokens.get(i).isString()
                    && tokens.get(i).text().equals(keyword)
                    && tokens.get(i + 1).isSign(":");
            boolean argument = tokens.get(i).isWord(keyword)
                    && tokens.get(i + 1).isSign("=")
                    && !tokens.get(i + 2).isSign("=");
            if (argument || dictionary) {
                return i + 2;
            }
        }
        return -1;
    }

    private Optional<List<TextLine>> assigned(String variable) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean start = i == 0 || tokens.get(i - 1).kind() == Kind.END;
            if (start && tokens.get(i).isWord(variable) && tokens.get(i + 1).isSign("=")) {
                return list(i + 2);
            }
        }
        return Optional.empty();
    }

    /** A list or tuple of nothing but strings. */
    private Optional<List<TextLine>> list(int from) {
        PythonToken open = tokens.get(from);
        if (!open.isSign("[") && !open.isSign("(")) {
            return Optional.empty();
        }
        String close = open.isSign("[") ? "]" : ")";
        List<TextLine> strings = new ArrayList<>();
        for (int i = from + 1; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            if (token.isSign(close)) {
                boolean computed = i + 1 < tokens.size() && tokens.get(i + 1).isSign("+");
                return computed ? Optional.empty() : Optional.of(strings);
            }
            if (token.isString()) {
                strings.add(new TextLine(token.text(), token.line()));
            } else if (!token.isSign(",")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
