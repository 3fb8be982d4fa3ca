package dev.alain.core.offline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Packages that a UI component needs beside the model's own. */
final class UiPackages {
    private static final Map<String, List<String>> OF_UI = Map.of(
            "ui:gradio", List.of("gradio"),
            "ui:streamlit", List.of("streamlit"),
            "ui:api", List.of("fastapi", "httpx", "uvicorn"));

    private UiPackages() {}

    static Set<String> of(Flags flags) {
        Set<String> names = new TreeSet<>();
        OF_UI.forEach((flag, packages) -> {
            if (flags.has(flag)) {
                names.addAll(packages);
            }
        });
        return names;
    }
}
