package dev.alain.validators.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names stand for so far; also bounds the work done for a notebook. */
final class Names {
    /** Values computed for comprehensions and nested code of a notebook. */
    private static final int MOST_STEPS = 200_000;

    private static final Map<String, String> SAME_MODULES = Map.of(
            "posix",
            "os",
            "nt",
            "os",
            "_pickle",
            "pickle",
            "cPickle",
            "pickle",
            "_socket",
            "socket",
            "_posixsubprocess",
            "subprocess");

    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Body> bodies = new HashMap<>();
    private int steps;
    private int entered;

    void bind(String name, Value value) {
        values.put(name, value);
    }

    Value get(String name) {
        Value known = values.get(name);
        return known == null ? Value.named(name) : known;
    }

    /** Keeps the code of a function under its name. */
    void define(String name, Body body) {
        values.remove(name);
        bodies.put(name, body);
    }

    /** Keeps the code of a function without a name; gives the name it is kept by. */
    String define(Body body) {
        String name = "<lambda " + bodies.size() + ">";
        bodies.put(name, body);
        return name;
    }

    @Nullable
    Body body(String name) {
        return bodies.get(name);
    }

    /** Whether a function's code may be read once more. */
    boolean mayEnter(int length) {
        entered += length;
        return entered < MOST_STEPS;
    }

    boolean mayGoOn(int more) {
        steps += more;
        return steps < MOST_STEPS;
    }

    /** A dotted name in the form that rules know. */
    static String canonical(String name) {
        String known = name;
        for (String prefix : new String[] {"__builtins__.", "builtins.", "__builtin__."}) {
            known = known.startsWith(prefix) ? known.substring(prefix.length()) : known;
        }
        int dot = known.indexOf('.');
        String root = dot < 0 ? known : known.substring(0, dot);
        String same = SAME_MODULES.get(root);
        return same == null ? known : same + known.substring(root.length());
    }
}
