package dev.alain.core.research;

import dev.alain.core.text.KeyShapes;
import dev.alain.research.Evidence;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns the code blocks of a card into cleaned snippets, the best example first. */
final class SnippetExtractor {
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("python3", "python"),
            Map.entry("ipython", "python"),
            Map.entry("python", "python"),
            Map.entry("bash", "shell"),
            Map.entry("sh", "shell"),
            Map.entry("shell", "shell"),
            Map.entry("console", "shell"),
            Map.entry("zsh", "shell"),
            Map.entry("js", "javascript"),
            Map.entry("javascript", "javascript"),
            Map.entry("typescript", "javascript"),
            Map.entry("ts", "javascript"),
            Map.entry("bib", "bibtex"),
            Map.entry("bibtex", "bibtex"),
            Map.entry("latex", "bibtex"));
    private static final List<String> SHELL_STARTS = List.of(
            "$ ",
            "pip ",
            "pip3 ",
            "!pip",
            "%pip",
            "conda ",
            "git ",
            "python ",
            "python3 ",
            "docker ",
            "curl ",
            "wget ",
            "ollama ",
            "vllm ",
            "npm ",
            "apt",
            "huggingface-cli",
            "hf ",
            "cd ",
            "./",
            "uv ",
            "brew ",
            "llama",
            "export ");
    private static final List<String> TRAINING = List.of(
            "trainer(", ".train(", "trainingarguments", "sfttrainer", "optimizer.step", ".fit(", "loss.backward");

    private final String sourceId;
    private final String modelId;

    /**
     * @param modelId the model's own id, whose presence makes an example better; may be empty
     */
    SnippetExtractor(String sourceId, String modelId) {
        this.sourceId = sourceId;
        this.modelId = modelId;
    }

    List<Snippet> extract(List<CodeBlock> blocks) {
        List<Snippet> snippets = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CodeBlock block : blocks) {
            Snippet snippet = snippet(block, snippets.size() + 1);
            if (seen.add(snippet.code())) {
                snippets.add(snippet);
            }
        }
        snippets.sort(Comparator.comparingInt((Snippet snippet) -> -snippet.score())
                .thenComparing(snippet -> snippet.evidence().firstLine()));
        return snippets;
    }

    private Snippet snippet(CodeBlock block, int number) {
        String language = language(block);
        String shown = KeyShapes.redacted(block.code());
        String code = language.equals("python") ? PythonSource.clean(shown) : cleanShell(language, shown);
        SnippetUse use = use(language, code, block.heading());
        return new Snippet(
                "s" + number,
                language,
                use,
                use == SnippetUse.USAGE ? score(code, block.heading()) : 0,
                block.heading(),
                code,
                Evidence.lines(sourceId, block.firstLine(), block.lastLine()));
    }

    static String language(CodeBlock block) {
        String code = block.code().strip();
        String named = LANGUAGES.get(block.info());
        if (code.startsWith("@") && code.indexOf('{') > 0 && code.indexOf('{') < 20) {
            return "bibtex";
        }
        if ("python".equals(named) && isShell(code)) {
            return "shell";
        }
        if (named != null) {
            return named;
        }
        if (!block.info().isEmpty()
                && !block.info().startsWith("text")
                && !block.info().startsWith("plain")) {
            return block.info();
        }
        if (isShell(code)) {
            return "shell";
        }
        return PythonSource.looksLikePython(code) ? "python" : "text";
    }

    private static boolean isShell(String code) {
        long shell = code.lines()
                .map(String::strip)
                .filter(SnippetExtractor::isShellLine)
                .count();
        long all = code.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .count();
        return shell > 0 && shell * 2 > all;
    }

    private static boolean isShellLine(String line) {
        return SHELL_STARTS.stream().anyMatch(line::startsWith) || line.startsWith("--");
    }

    private static String cleanShell(String language, String code) {
        if (!language.equals("shell")) {
            return code.strip();
        }
        StringBuilder text = new StringBuilder();
        code.lines()
                .forEach(line -> text.append(
                                line.strip().startsWith("$ ") ? line.strip().substring(2) : line)
                        .append('\n'));
        return text.toString().strip();
    }

    private static SnippetUse use(String language, String code, String heading) {
        String lower = code.toLowerCase(Locale.ROOT);
        if (language.equals("bibtex")) {
            return SnippetUse.CITATION;
        }
        if (language.equals("shell")) {
            return lower.contains("install ") ? SnippetUse.INSTALL : SnippetUse.SERVING;
        }
        if (!language.equals("python")) {
            return SnippetUse.OTHER;
        }
        boolean training = TRAINING.stream().anyMatch(lower::contains);
        return training || heading.toLowerCase(Locale.ROOT).contains("training")
                ? SnippetUse.TRAINING
                : SnippetUse.USAGE;
    }

    private int score(String code, String heading) {
        String under = heading.toLowerCase(Locale.ROOT);
        int score = 10;
        score += code.contains("import ") ? 10 : 0;
        score += !modelId.isEmpty() && code.contains(modelId) ? 12 : 0;
        score += code.contains("from_pretrained(") || code.contains("pipeline(") || code.contains("load(") ? 8 : 0;
        score += code.contains("print(") ? 2 : 0;
        score += under.contains("usage")
                        || under.contains("quick")
                        || under.contains("how to")
                        || under.contains("start")
                ? 6
                : 0;
        score -= code.lines().count() > 60 ? 8 : 0;
        score -= code.lines().count() < 3 ? 4 : 0;
        score -= code.contains("TensorFlow") || code.contains("from transformers import TF") ? 6 : 0;
        score -= code.contains("model=\"None\"") || code.contains("/path/to") ? 20 : 0;
        score -= PythonBrackets.balanced(code) ? 0 : 15;
        return Math.max(1, score);
    }
}
