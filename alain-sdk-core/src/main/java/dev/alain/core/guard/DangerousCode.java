package dev.alain.core.guard;

import dev.alain.core.code.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what code of a lesson never has to do: run commands, build code from text, fetch from strangers, show secrets.
 *
 * <p>Comments and strings are told apart from code, continuations joined, look-alike letters and blanks around dots undone;
 * so text about danger is no danger. It knows nothing of the flow of data. Linear in the code.
 */
public final class DangerousCode {
    /** Names that a lesson never needs, however they are reached. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("exec", "builds code from text"),
            Map.entry("eval", "builds code from text"),
            Map.entry("compile", "builds code from text"),
            Map.entry("__import__", "hides what it imports"),
            Map.entry("__builtins__", "hides what it calls"),
            Map.entry("builtins", "hides what it calls"),
            Map.entry("importlib", "hides what it imports"),
            Map.entry("import_module", "hides what it imports"),
            Map.entry("get_ipython", "runs a command"),
            Map.entry("subprocess", "runs a command"),
            Map.entry("pty", "runs a command"),
            Map.entry("socket", "opens a connection"),
            Map.entry("ctypes", "leaves Python"),
            Map.entry("marshal", "loads code"),
            Map.entry("b64decode", "decodes hidden text"),
            Map.entry("decodebytes", "decodes hidden text"),
            Map.entry("a85decode", "decodes hidden text"),
            Map.entry("rmtree", "deletes files"));

    /** What models, patterns and data frames call methods of theirs. */
    private static final Set<String> METHODS = Set.of("eval", "exec", "compile");

    /** Attributes by what they belong to. */
    private static final Map<String, String> ATTRIBUTES = Map.of(
            ".system(", "runs a command",
            ".popen(", "runs a command",
            "os.exec", "runs a command",
            "os.spawn", "runs a command",
            "getattr(os,", "hides what it calls",
            "getattr(sys,", "hides what it calls",
            "import os as", "hides what it calls",
            "verify=False", "switches TLS off",
            "share=True", "opens itself to the world",
            "pickle.loads(", "loads code");

    private static final Set<String> FROM_OS =
            Set.of("system", "popen", "execv", "execve", "execvp", "spawnl", "spawnv");
    private static final Set<String> MAGICS =
            Set.of("matplotlib", "time", "timeit", "%time", "%timeit", "%capture", "precision", "who", "whos");
    private static final List<String> TEXTS = List.of(
            "169.254.169.254",
            "/dev/tcp",
            "~/.aws",
            ".ssh/",
            ".netrc",
            "/etc/passwd",
            "huggingface/token\"",
            "huggingface/token'");
    private static final Set<String> FETCHES =
            Set.of("requests", "httpx", "urllib", "urlopen", "urlretrieve", "aiohttp", "wget", "load_image");
    private static final Set<String> HOSTS = Set.of(
            "huggingface.co",
            "hf.co",
            "cdn-media.huggingface.co",
            "localhost",
            "127.0.0.1",
            "images.cocodataset.org",
            "upload.wikimedia.org");
    private static final Set<String> SECRETS =
            Set.of("hf_token", "HF_TOKEN", "api_key", "API_KEY", "OPENAI_API_KEY", "secret_key", "getpass", "environ");

    private static final List<String> HOSTILE = List.of(
            "b64decode",
            "os.system(",
            "os.popen(",
            "exec(",
            "__import__(",
            "/dev/tcp",
            "169.254.169.254",
            "print(os.environ",
            "environ[\"hf_token\"])",
            "environ['hf_token'])",
            "--extra-index-url http:",
            "--trusted-host",
            "rm -rf");

    private DangerousCode() {}

    /** What is dangerous, one phrase each such as {@code line 3 runs a command (subprocess)}; empty for clean code. */
    public static List<String> in(String code) {
        List<String> found = new ArrayList<>();
        PythonText text = PythonText.of(code);
        boolean fetches = text.words().stream().anyMatch(FETCHES::contains);
        int number = 0;
        for (String line : text.code().split("\n", -1)) {
            number++;
            String what = danger(line);
            if (!what.isEmpty()) {
                found.add("line " + number + " " + what);
            }
        }
        for (String literal : text.strings()) {
            String what = danger(literal, fetches);
            if (!what.isEmpty()) {
                found.add("a text in it " + what);
            }
        }
        return found;
    }

    /** The part of it that no honest example has either: commands that fetch and run, hidden code, secrets. */
    public static List<String> hostile(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        boolean fetchesAndRuns = (lower.contains("curl ") || lower.contains("wget "))
                && (lower.contains("| sh")
                        || lower.contains("|sh")
                        || lower.contains("| bash")
                        || lower.contains("|bash"));
        List<String> found = new ArrayList<>();
        for (String sign : HOSTILE) {
            if (lower.contains(sign)) {
                found.add("has " + sign);
            }
        }
        if (fetchesAndRuns) {
            found.add("runs what it fetches");
        }
        return found;
    }

    private static String danger(String raw) {
        String line = raw.strip();
        String magic = magic(line);
        if (!magic.isEmpty()) {
            return magic;
        }
        String dense = line.replace(" .", ".")
                .replace(". ", ".")
                .replace(" (", "(")
                .replace("( ", "(")
                .replace(" = ", "=");
        for (Map.Entry<String, String> entry : ATTRIBUTES.entrySet()) {
            if (dense.contains(entry.getKey())) {
                return entry.getValue() + " (" + entry.getKey() + ")";
            }
        }
        boolean shows = dense.startsWith("print(");
        boolean fromOs = dense.startsWith("from os import");
        String before = "";
        for (String word : dense.split("(?<![A-Za-z0-9_])|(?![A-Za-z0-9_])", -1)) {
            boolean method = before.equals(".") && METHODS.contains(word);
            String meaning = method ? null : NAMES.get(word);
            if (meaning != null) {
                return meaning + " (" + word + ")";
            }
            if ((shows && SECRETS.contains(word)) || (fromOs && FROM_OS.contains(word))) {
                return (shows ? "shows secrets (" : "runs a command (") + word + ")";
            }
            before = word.isBlank() ? before : word;
        }
        return "";
    }

    /** Shell escapes and magics; only a few magics are harmless. */
    private static String magic(String line) {
        boolean assigned = line.contains("= !") || line.contains("=!") && !line.contains("=!=") || line.contains("= %");
        if (line.startsWith("!") || assigned) {
            return "runs a command (!)";
        }
        if (line.startsWith("%")) {
            String name = line.substring(1).split("\\s", 2)[0];
            return MAGICS.contains(name) ? "" : "runs a command (%" + name + ")";
        }
        boolean installs = line.startsWith("pip install") || line.startsWith("conda install");
        return installs ? "installs a package" : "";
    }

    private static String danger(String literal, boolean fetches) {
        String lower = literal.toLowerCase(Locale.ROOT) + "\"";
        for (String text : TEXTS) {
            if (lower.contains(text)) {
                return "reaches for secrets (" + text.replace("\"", "") + ")";
            }
        }
        if (lower.contains("curl ") && lower.contains("|") || lower.contains("wget ") && lower.contains("|")) {
            return "is a command that runs what it fetches";
        }
        int at = fetches ? lower.indexOf("://") : -1;
        boolean open = fetches && (lower.equals("https:\"") || lower.equals("http:\"") || lower.equals("https\""));
        return at >= 0 ? foreign(lower, at + 3) : open ? "is the beginning of an address" : "";
    }

    private static String foreign(String literal, int start) {
        int end = start;
        while (end < literal.length()
                && (Character.isLetterOrDigit(literal.charAt(end)) || ".-@".indexOf(literal.charAt(end)) >= 0)) {
            end++;
        }
        String host = literal.substring(start, end);
        return HOSTS.contains(host) ? "" : "is an address of " + (host.isEmpty() ? "nobody knows whom" : host);
    }
}
