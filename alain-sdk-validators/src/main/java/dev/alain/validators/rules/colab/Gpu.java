package dev.alain.validators.rules.colab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.MarkdownCell;
import dev.alain.validation.NotebookView;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A graphics processor.
 *
 * @param gib usable memory
 * @param capability CUDA compute capability
 */
record Gpu(String name, double gib, double capability) {
    private static final JsonNode DATA = DataFile.json(Gpu.class, "gpus.json");
    private static final Set<String> STATED = stated();

    /** What free Colab gives. */
    static final Gpu T4 = named("T4").orElseThrow();

    private static Set<String> stated() {
        Set<String> names = new LinkedHashSet<>();
        DATA.path("stated").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The GPU of a name, case aside. */
    static Optional<Gpu> named(String name) {
        for (JsonNode gpu : DATA.path("gpus")) {
            if (gpu.path("name").asText().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(new Gpu(
                        gpu.path("name").asText(),
                        gpu.path("gib").doubleValue(),
                        gpu.path("capability").doubleValue()));
            }
        }
        return Optional.empty();
    }

    /** The GPU that the notebook's metadata ask for. */
    static Optional<Gpu> asked(NotebookView view) {
        return named(view.metadata().path("colab").path("gpuType").asText(""));
    }

    /** A larger GPU that the notebook's prose names; empty for none. */
    static Optional<String> stated(NotebookView view) {
        for (MarkdownCell cell : view.markdown()) {
            for (String name : STATED) {
                if (standsIn(cell.source(), name)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean standsIn(String text, String word) {
        for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
            int end = i + word.length();
            boolean starts = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    /** Whether tensor cores take bfloat16 and flash-attn 2 runs. */
    boolean isAmpere() {
        return capability >= 8.0;
    }
}
