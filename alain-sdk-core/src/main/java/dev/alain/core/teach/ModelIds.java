package dev.alain.core.teach;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ids of models that code loads by name: {@code owner/name} where a model is asked for. */
final class ModelIds {
    private static final List<String> PLACES = List.of(
            "from_pretrained(",
            "snapshot_download(",
            "hf_hub_download(",
            "SentenceTransformer(",
            "CrossEncoder(",
            "load_dataset(",
            "model=",
            "model_id=",
            "repo_id=",
            "model_name=",
            "pretrained_model_name_or_path=");

    private ModelIds() {}

    static Set<String> in(String code) {
        String dense = code.replace(" =", "=").replace("= ", "=").replace("( ", "(");
        Set<String> ids = new LinkedHashSet<>();
        for (String place : PLACES) {
            int at = dense.indexOf(place);
            while (at >= 0) {
                int start = at + place.length();
                boolean quoted = start < dense.length() && "\"'".indexOf(dense.charAt(start)) >= 0;
                int end = quoted ? dense.indexOf(dense.charAt(start), start + 1) : -1;
                if (end > 0 && isId(dense.substring(start + 1, end))) {
                    ids.add(dense.substring(start + 1, end));
                }
                at = dense.indexOf(place, start);
            }
        }
        return ids;
    }

    /** Not a path of the reader's own, such as {@code ./tuned} or {@code results/checkpoint-500}. */
    private static boolean isId(String text) {
        int slash = text.indexOf('/');
        boolean plain = slash > 0 && text.indexOf('/', slash + 1) < 0 && slash < text.length() - 1;
        boolean own = text.startsWith(".")
                || text.startsWith("/")
                || text.startsWith("~")
                || List.of("results", "output", "outputs", "models", "data", "tmp", "checkpoints", "runs")
                        .contains(plain ? text.substring(0, slash) : "");
        return plain && !own && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-/".indexOf(c) >= 0);
    }
}
