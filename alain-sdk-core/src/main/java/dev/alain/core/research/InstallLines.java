package dev.alain.core.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Package names in lines such as {@code pip install -U transformers[torch]>=4.40}. */
final class InstallLines {
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of(
            "-r",
            "-e",
            "-c",
            "-f",
            "-i",
            "-t",
            "--index-url",
            "--extra-index-url",
            "--find-links",
            "--target",
            "--requirement",
            "--constraint",
            "--trusted-host");

    private InstallLines() {}

    static List<String> packages(String code) {
        List<String> names = new ArrayList<>();
        for (String line : code.split("\n", -1)) {
            int at = line.indexOf("pip install ");
            at = at < 0 ? line.indexOf("pip3 install ") : at;
            if (at >= 0) {
                collect(line.substring(line.indexOf("install ", at) + 8), names);
            }
        }
        return names;
    }

    private static void collect(String arguments, List<String> names) {
        boolean skip = false;
        for (String word : arguments.strip().split("\\s+", -1)) {
            if (word.startsWith("#") || word.equals("&&") || word.equals("|") || word.equals(";")) {
                return;
            }
            if (skip) {
                skip = false;
            } else if (OPTIONS_WITH_VALUE.contains(word)) {
                skip = true;
            } else if (!word.startsWith("-")) {
                name(word).ifPresent(names::add);
            }
        }
    }

    private static java.util.Optional<String> name(String word) {
        String bare = word.replaceAll("^[\"'`]+|[\"'`,;]+$", "")
                .split("[\\[<>=!~;@]", 2)[0]
                .toLowerCase(Locale.ROOT);
        boolean name = bare.length() > 1
                && Character.isLetter(bare.charAt(0))
                && bare.chars().allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "._-".indexOf(c) >= 0)
                && !bare.endsWith(".txt")
                && !bare.endsWith(".whl");
        return name ? java.util.Optional.of(bare.replace('_', '-')) : java.util.Optional.empty();
    }
}
