package dev.alain.validators.rules.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.code.CellAnalysis;
import dev.alain.code.CodeAnalysis;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The notebook names its kernel and its language. */
final class KernelRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT010");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (view.notebook().isEmpty() || view.code().isEmpty()) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (!isNamed(view.metadata().path("kernelspec"), "name")
                || !isNamed(view.metadata().path("kernelspec"), "display_name")) {
            missing.add("kernelspec");
        }
        if (!isNamed(view.metadata().path("language_info"), "name")) {
            missing.add("language_info");
        }
        if (!missing.isEmpty()) {
            Finding.Builder finding = Finding.of(
                            INFO, "the metadata does not say which kernel runs it: no " + String.join(", no ", missing))
                    .remedy("name the kernel and the language");
            findings.report(isPython(view) ? finding.fixes(python(missing)).build() : finding.build());
        } else {
            contradiction(view.metadata(), findings);
        }
    }

    private static void contradiction(JsonNode metadata, FindingSink findings) {
        String kernel = metadata.path("kernelspec").path("language").asText("");
        String language = metadata.path("language_info").path("name").asText("");
        boolean oneIsPython = isPythonName(kernel) != isPythonName(language);
        if (!kernel.isEmpty() && oneIsPython) {
            findings.report(
                    Finding.of(INFO, "the kernel's language is " + kernel + ", but language_info says " + language)
                            .remedy("name one language")
                            .build());
        }
    }

    private static boolean isNamed(JsonNode node, String key) {
        return !node.path(key).asText("").isBlank();
    }

    private static Fix python(List<String> missing) {
        List<Fix.Edit> edits = new ArrayList<>();
        if (missing.contains("kernelspec")) {
            ObjectNode kernel = JsonNodeFactory.instance.objectNode();
            kernel.put("display_name", "Python 3").put("language", "python").put("name", "python3");
            edits.add(new Fix.SetMetadata("", "/kernelspec", kernel));
        }
        if (missing.contains("language_info")) {
            edits.add(new Fix.SetMetadata("", "/language_info/name", JsonNodeFactory.instance.textNode("python")));
        }
        return new Fix("names the Python kernel", true, edits);
    }

    /** Whether the notebook says so, or else all of its code parses. */
    private static boolean isPython(NotebookView view) {
        JsonNode metadata = view.metadata();
        String language = metadata.path("language_info").path("name").asText("");
        String kernel = metadata.path("kernelspec").path("language").asText("");
        String name = metadata.path("kernelspec").path("name").asText("");
        if (!language.isEmpty() || !kernel.isEmpty()) {
            return (language.isEmpty() || isPythonName(language)) && (kernel.isEmpty() || isPythonName(kernel));
        }
        return name.isEmpty()
                ? view.analysis().filter(code -> parses(view, code)).isPresent()
                : isPythonName(name);
    }

    private static boolean isPythonName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("python") || lower.equals("ipython");
    }

    private static boolean parses(NotebookView view, CodeAnalysis code) {
        Set<String> written = view.code().stream()
                .filter(cell -> !cell.source().isBlank())
                .map(CodeCell::id)
                .collect(Collectors.toSet());
        List<CellAnalysis> cells = code.cells().stream()
                .filter(cell -> written.contains(cell.cellId()))
                .toList();
        boolean some = cells.stream().anyMatch(CellAnalysis::parsed);
        return some
                && cells.stream()
                        .allMatch(cell -> cell.parsed() || !cell.language().equals("python"));
    }
}
