package dev.alain.validators.rules.execution;

import dev.alain.validators.rules.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sizes of well-known data sets, from a dated table. */
final class KnownDataSets {
    private static final Map<String, Double> GIGABYTES = read();

    private KnownDataSets() {}

    /** What a download of all of it weighs; empty when the set or its configuration is not known. */
    static Optional<Double> gigabytes(String path, String config) {
        String name = path.toLowerCase(Locale.ROOT);
        String whole = config.isEmpty() ? name : name + ":" + config.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(GIGABYTES.get(whole));
    }

    static String shown(double gigabytes) {
        return gigabytes >= 10
                ? String.valueOf(Math.round(gigabytes))
                : String.valueOf(Math.round(gigabytes * 10) / 10.0);
    }

    private static Map<String, Double> read() {
        Map<String, Double> sizes = new HashMap<>();
        for (String line : WordList.lines(KnownDataSets.class, "large-data-sets.txt")) {
            int space = line.lastIndexOf(' ');
            sizes.put(line.substring(0, space).toLowerCase(Locale.ROOT), Double.parseDouble(line.substring(space + 1)));
        }
        return Map.copyOf(sizes);
    }
}
