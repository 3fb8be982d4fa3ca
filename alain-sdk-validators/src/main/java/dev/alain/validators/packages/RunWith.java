package dev.alain.validators.packages;

import dev.alain.validators.packages.InstallReader.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the packages that {@code uvx}, {@code uv run} and {@code pipx run} fetch for one run. */
final class RunWith {
    private static final Set<String> ADDING = Set.of("--with", "--from", "--spec");
    private static final Set<String> WITH_VALUE = Set.of("--python", "-p", "--index-url", "--index", "--pip-args");

    private RunWith() {}

    /** What a command fetches; empty when it runs nothing in this way. */
    static Optional<Read> read(List<String> words) {
        String start = String.join(" ", words.subList(0, Math.min(3, words.size()))) + " ";
        boolean project = start.startsWith("uv run ");
        int skipped = start.startsWith("uvx ") ? 1 : project || start.startsWith("pipx run ") ? 2 : 0;
        skipped = start.startsWith("uv tool run ") ? 3 : skipped;
        return skipped == 0 ? Optional.empty() : Optional.of(options(words.subList(skipped, words.size()), project));
    }

    private static Read options(List<String> words, boolean project) {
        List<Requirement> found = new ArrayList<>();
        boolean from = project;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            if (ADDING.contains(option)) {
                i += equals < 0 ? 1 : 0;
                from |= !option.equals("--with");
                add(equals >= 0 ? word.substring(equals + 1) : i < words.size() ? words.get(i) : "", found);
            } else if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                if (!from) {
                    add(word, found);
                }
                break;
            }
        }
        return new Read("uv", found, false);
    }

    private static void add(String packages, List<Requirement> found) {
        for (String name : packages.split(",(?=[A-Za-z])", -1)) {
            Requirement.read(name).ifPresent(found::add);
        }
    }
}
