package dev.alain.validators.rules.code;

import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of models and APIs that were withdrawn, with what to use instead. */
final class DeprecatedNames {
    private static final String FILE = "code-deprecated.tsv";
    private static final Map<String, List<Entry>> BY_KIND = read();

    /** One name. */
    record Entry(String name, Severity severity, String instead) {}

    private DeprecatedNames() {}

    /** The entry that a whole text is, or begins with. */
    static Optional<Entry> text(String text) {
        return exactly("text", text).or(() -> beginning("begin", text, ""));
    }

    /** The entry that a resolved function is, or belongs to. */
    static Optional<Entry> call(String function) {
        return exactly("call", function).or(() -> beginning("call", function, "."));
    }

    /** The entry that an argument's name is. */
    static Optional<Entry> keyword(String keyword) {
        return exactly("keyword", keyword);
    }

    /** The entry that an imported name is, or belongs to. */
    static Optional<Entry> imported(String name) {
        return exactly("import", name).or(() -> beginning("import", name, "."));
    }

    /** The entry that a shell line begins with. */
    static Optional<Entry> command(String line) {
        return exactly("command", line).or(() -> beginning("command", line, " "));
    }

    private static Optional<Entry> exactly(String kind, String name) {
        return BY_KIND.getOrDefault(kind, List.of()).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst();
    }

    private static Optional<Entry> beginning(String kind, String name, String end) {
        return BY_KIND.getOrDefault(kind, List.of()).stream()
                .filter(entry -> name.startsWith(entry.name() + end))
                .findFirst();
    }

    private static Map<String, List<Entry>> read() {
        Map<String, List<Entry>> byKind = new HashMap<>();
        try (InputStream in = RulePage.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the file " + FILE + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split("\t", -1);
                Entry entry = new Entry(columns[1], Severity.parse(columns[2]), columns[3]);
                byKind.computeIfAbsent(columns[0], kind -> new ArrayList<>()).add(entry);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + FILE, e);
        }
        return byKind;
    }
}
