package dev.alain.validators.rules.security;

import dev.alain.validation.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the dangers of one cell: for each rule and line the worst one. */
final class Alarm {
    /** A cell with more is no better understood. */
    private static final int MOST = 60;

    private final String cellId;
    private final Map<String, Danger> found = new LinkedHashMap<>();

    Alarm(String cellId) {
        this.cellId = cellId;
    }

    void error(String rule, int line, String message) {
        raise(rule, Severity.ERROR, line, message);
    }

    void warning(String rule, int line, String message) {
        raise(rule, Severity.WARNING, line, message);
    }

    void info(String rule, int line, String message) {
        raise(rule, Severity.INFO, line, message);
    }

    private void raise(String rule, Severity severity, int line, String message) {
        String key = rule + ":" + line;
        Danger known = found.get(key);
        boolean worse = known == null || rank(severity) > rank(known.severity());
        if (worse && (known != null || found.size() < MOST || severity == Severity.ERROR)) {
            found.put(key, new Danger(rule, severity, cellId, Math.max(1, line), message));
        }
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case ERROR -> 2;
            case WARNING -> 1;
            case INFO -> 0;
        };
    }

    List<Danger> dangers() {
        return found.values().stream()
                .sorted(java.util.Comparator.comparingInt(Danger::line))
                .toList();
    }
}
