package dev.alain.validators.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads installs from the words of a command: pip, uv, conda and those around them. */
final class InstallReader {
    /** Options of pip, uv and conda that are followed by a value of their own. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-i",
            "--index-url",
            "--extra-index-url",
            "-f",
            "--find-links",
            "-t",
            "--target",
            "--prefix",
            "--root",
            "--python",
            "-c",
            "--constraint",
            "--channel",
            "-n",
            "--name",
            "-p",
            "--trusted-host",
            "--timeout",
            "--retries",
            "--cache-dir",
            "--platform",
            "--python-version",
            "--only-binary",
            "--no-binary",
            "--log",
            "--proxy",
            "--index",
            "--index-strategy",
            "--progress-bar",
            "--upgrade-strategy",
            "--use-deprecated",
            "--config-settings",
            "--global-option",
            "--install-option",
            "--abi",
            "--implementation",
            "--report",
            "--torch-backend",
            "--prerelease",
            "--resolution",
            "--group",
            "--use-feature",
            "--src",
            "--default-index");

    private static final Set<String> CONDAS = Set.of("conda", "mamba", "micromamba");
    private static final Set<String> LIKE_UV = Set.of("uv", "poetry", "pipx", "pdm");
    private static final Set<String> BETWEEN = Set.of("pip", "tool");
    private static final Set<String> ADDING = Set.of("install", "add", "i");

    /** What words install. */
    record Read(String tool, List<Requirement> requirements, boolean editable) {}

    private InstallReader() {}

    /** What a whole line installs, command by command. */
    static List<Read> line(String line) {
        List<Read> reads = new ArrayList<>();
        Map<String, List<String>> variables = new HashMap<>();
        for (List<String> command : ShellWords.commands(line)) {
            List<String> words = filled(command, variables);
            bind(words, variables);
            words(words).ifPresent(reads::add);
        }
        return reads;
    }

    /** Remembers the variable that a command of the shell sets, or the loop that it opens. */
    private static void bind(List<String> words, Map<String, List<String>> variables) {
        if (words.size() > 3 && words.get(0).equals("for") && words.get(2).equals("in")) {
            variables.put(words.get(1), List.copyOf(words.subList(3, words.size())));
        }
        String last = words.get(words.size() - 1);
        int equals = last.indexOf('=');
        if (equals > 0
                && (words.size() == 1 || words.size() == 2 && words.get(0).equals("export"))) {
            variables.put(
                    last.substring(0, equals),
                    List.of(last.substring(equals + 1).strip().split("\\s+")));
        }
    }

    private static List<String> filled(List<String> words, Map<String, List<String>> variables) {
        if (variables.isEmpty()) {
            return words;
        }
        List<String> filled = new ArrayList<>();
        for (String word : words) {
            String name = word.startsWith("${") && word.endsWith("}")
                    ? word.substring(2, word.length() - 1)
                    : word.startsWith("$") ? word.substring(1) : "";
            filled.addAll(variables.getOrDefault(name, List.of(word)));
        }
        return filled;
    }

    /** What the words of one command install. */
    static Optional<Read> words(List<String> words) {
        Optional<Read> run = RunWith.read(words);
        if (run.isPresent()) {
            return run;
        }
        for (int i = 0; i < words.size() && i < 8; i++) {
            String tool = tool(words.get(i));
            if (!tool.isEmpty()) {
                int verb = i + 1;
                while (verb < words.size()
                        && (BETWEEN.contains(words.get(verb)) || words.get(verb).startsWith("-"))) {
                    verb++;
                }
                boolean installs = verb < words.size() && ADDING.contains(words.get(verb));
                return installs
                        ? Optional.of(arguments(tool, words.subList(verb + 1, words.size())))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String tool(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        if (CONDAS.contains(name)) {
            return "conda";
        }
        boolean numbered =
                name.startsWith("pip") && name.substring(3).chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return numbered ? "pip" : LIKE_UV.contains(name) ? "uv" : "";
    }

    /** What stands after {@code install}. */
    static Read arguments(String tool, List<String> words) {
        List<Requirement> requirements = new ArrayList<>();
        boolean editable = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.startsWith(">") || word.startsWith("<") || word.startsWith("2>")) {
                i += word.endsWith(">") || word.endsWith("<") ? 1 : 0;
            } else if (word.equals("-r") || word.equals("--requirement") || word.equals("--file")) {
                requirements.add(new Requirement(Requirement.Kind.FILE, next, ""));
                i++;
            } else if (word.startsWith("-r") && word.length() > 2 && word.indexOf('.') > 0) {
                requirements.add(new Requirement(Requirement.Kind.FILE, word.substring(2), ""));
            } else if (word.equals("-e") || word.equals("--editable")) {
                editable = true;
                i++;
            } else if (WITH_VALUE.contains(word) || tool.equals("conda") && word.equals("-c")) {
                i++;
            } else {
                read(tool, word).ifPresent(requirements::add);
            }
        }
        return new Read(tool, requirements, editable);
    }

    private static Optional<Requirement> read(String tool, String word) {
        int channel = tool.equals("conda") ? word.indexOf("::") : -1;
        return Requirement.read(channel < 0 ? word : word.substring(channel + 2));
    }
}
