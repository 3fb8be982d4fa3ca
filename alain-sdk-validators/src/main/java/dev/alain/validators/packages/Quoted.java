package dev.alain.validators.packages;

import java.util.ArrayList;
import java.util.List;

/** Reads the quoted texts of a piece of Python. */
final class Quoted {
    private Quoted() {}

    /** Texts between plain quotes, in order; escapes are left as they are. */
    static List<String> texts(String python) {
        List<String> texts = new ArrayList<>();
        int start = -1;
        char quote = 0;
        for (int i = 0; i < python.length(); i++) {
            char c = python.charAt(i);
            if (quote != 0 && c == '\\') {
                i++;
            } else if (quote != 0 && c == quote) {
                texts.add(python.substring(start, i));
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                start = i + 1;
            }
        }
        return texts;
    }
}
