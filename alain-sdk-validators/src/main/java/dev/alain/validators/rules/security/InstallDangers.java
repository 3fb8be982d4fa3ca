package dev.alain.validators.rules.security;

import dev.alain.validators.shell.ShellCommand;
import java.util.List;
import java.util.Set;

/** Judges where packages are installed from, and connections without TLS. */
final class InstallDangers {
    private static final Set<String> PIPS =
            Set.of("pip", "pip3", "pip2", "uv", "pipx", "conda", "mamba", "poetry", "easy_install");
    private static final Set<String> INDEXES = Set.of(
            "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--index", "--default-index", "--pypi-url");

    void judge(ShellCommand command, int line, Alarm alarm) {
        List<String> words = words(command);
        boolean installs = words.contains("install") || words.contains("add") || words.contains("download");
        if (installs || command.name().equals("easy_install") || words.contains("wheel")) {
            install(words, line, alarm);
        }
        if (words.contains("config") && words.contains("set")) {
            configure(words, line, alarm);
        }
        environment(command, line, alarm);
        boolean unsafe = switch (command.name()) {
            case "curl" -> command.has('k', "--insecure");
            case "wget" -> command.has('\0', "--no-check-certificate");
            case "git" ->
                command.text().toLowerCase(java.util.Locale.ROOT).contains("http.sslverify=false")
                        || command.text().toLowerCase(java.util.Locale.ROOT).contains("http.sslverify false");
            case "npm", "yarn" ->
                command.text().contains("strict-ssl") && command.text().contains("false");
            default -> false;
        };
        if (unsafe) {
            alarm.error("SEC010", line, command.name() + " is told not to check certificates");
        }
    }

    /** The words from the installer on; empty when there is none. */
    private static List<String> words(ShellCommand command) {
        List<String> words = command.words();
        int module = words.indexOf("-m");
        boolean python = command.name().startsWith("python") && module > 0 && module + 1 < words.size();
        if (python && PIPS.contains(words.get(module + 1))) {
            return words.subList(module + 1, words.size());
        }
        boolean versioned = command.name().startsWith("pip3.");
        return PIPS.contains(command.name()) || versioned ? words : List.of();
    }

    /** {@code pip config set global.index-url …}. */
    private static void configure(List<String> words, int line, Alarm alarm) {
        for (int i = words.indexOf("set") + 1; i + 1 < words.size(); i++) {
            String option = words.get(i).substring(words.get(i).lastIndexOf('.') + 1);
            install(List.of("pip", "--" + option, words.get(i + 1)), line, alarm);
        }
    }

    private static void environment(ShellCommand command, int line, Alarm alarm) {
        command.wrappers().stream()
                .filter(word -> word.indexOf('=') > 0)
                .forEach(word -> EnvironmentDangers.judge(word, line, alarm));
        if (command.name().equals("export")) {
            command.operands().forEach(word -> EnvironmentDangers.judge(word, line, alarm));
        }
    }

    /** A file of requirements or of pip's settings that the notebook writes. */
    static void judgeFile(String text, int line, Alarm alarm) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String content = lines[i].strip();
            int equals = content.indexOf('=');
            boolean setting = equals > 0 && content.substring(0, equals).strip().endsWith("index-url");
            if (setting) {
                index("index-url", content.substring(equals + 1).strip(), line + i, alarm);
            } else if (content.startsWith("-") || content.contains("://")) {
                List<String> words = new java.util.ArrayList<>(List.of("pip"));
                words.addAll(List.of(content.split("\\s+")));
                install(words, line + i, alarm);
            }
        }
    }

    static void install(List<String> words, int line, Alarm alarm) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals > 0 ? word.substring(0, equals) : word;
            String value = equals > 0 ? word.substring(equals + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            if (option.equals("--trusted-host") && !Address.isLocal(value)) {
                alarm.error("SEC009", line, "pip trusts " + value + " without checking who it is");
            } else if (INDEXES.contains(option)) {
                index(option, value, line, alarm);
                i += equals > 0 ? 0 : 1;
            } else if (option.startsWith("-ihttp") || option.startsWith("-fhttp")) {
                index(option.substring(0, 2), option.substring(2), line, alarm);
            } else if (Set.of("-r", "--requirement", "-c", "--constraint").contains(option) && value.contains("://")) {
                alarm.error("SEC017", line, "installs what a list of " + Address.host(value) + " names");
                i += equals > 0 ? 0 : 1;
            } else if (!word.startsWith("-")) {
                source(word, line, alarm);
            }
        }
    }

    static void index(String option, String value, int line, Alarm alarm) {
        if (Address.isPlain(value)) {
            alarm.error("SEC009", line, "packages come from " + Address.host(value) + " without TLS");
        } else if (value.contains("://")
                && !Address.isLocal(Address.host(value))
                && !Address.isOf(Address.host(value), Known.INDEX_HOSTS)) {
            alarm.error(
                    "SEC017",
                    line,
                    "packages come from " + Address.host(value) + " (" + option + "), which is no known index");
        }
    }

    /** A requirement that is an address. */
    private static void source(String word, int line, Alarm alarm) {
        int at = word.indexOf("@ ");
        String source = (at >= 0 ? word.substring(at + 2) : word).strip();
        int scheme = source.indexOf("git+");
        source = scheme > 0 ? source.substring(scheme) : source;
        if (Address.isPlain(source)) {
            alarm.error("SEC009", line, "installs from " + Address.host(source) + " without TLS");
        } else if (source.startsWith("git+")) {
            repository(source, line, alarm);
        } else if (source.startsWith("https://") && isWheel(source)) {
            alarm.warning("SEC017", line, "installs a file of " + Address.host(source) + " past the index");
        } else if (source.startsWith("https://")) {
            alarm.error("SEC017", line, "installs a file of " + Address.host(source));
        }
    }

    private static void repository(String source, int line, Alarm alarm) {
        if (!source.startsWith("git+https://") || !isCommit(source)) {
            alarm.error("SEC017", line, "installs whatever stands in " + shortened(source) + " today");
        }
    }

    /** Whether an address of a repository ends in a whole commit, which nobody can move. */
    private static boolean isCommit(String source) {
        String path = source.substring(source.indexOf("://") + 3);
        int slash = path.indexOf('/');
        int at = path.indexOf('@', Math.max(0, slash));
        String mark = at < 0 ? "" : path.substring(at + 1).split("#", 2)[0];
        return mark.length() == 40 && mark.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /** Whether an address is a built package of a project that publishes its packages there. */
    private static boolean isWheel(String source) {
        String host = Address.host(source);
        boolean model = host.equals("github.com") && source.startsWith("https://github.com/explosion/")
                || host.equals("huggingface.co") && source.startsWith("https://huggingface.co/spacy/");
        return model || Address.isOf(host, Known.INDEX_HOSTS);
    }

    private static String shortened(String source) {
        return source.length() > 80 ? source.substring(0, 80) + "…" : source;
    }
}
