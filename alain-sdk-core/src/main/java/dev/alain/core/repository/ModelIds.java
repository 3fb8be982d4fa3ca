package dev.alain.core.repository;

import dev.alain.InvalidReferenceException;
import dev.alain.core.repository.PythonToken.Kind;
import dev.alain.research.ModelReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hugging Face models that Python source loads by an id that is written out. */
final class ModelIds {
    private static final Set<String> BY_POSITION = Set.of(
            "from_pretrained",
            "hf_hub_download",
            "snapshot_download",
            "SentenceTransformer",
            "CrossEncoder",
            "hf_hub_url");
    private static final Set<String> KEYWORDS =
            Set.of("repo_id", "model", "pretrained_model_name_or_path", "model_id", "model_name_or_path");
    private static final Set<String> PLACEHOLDERS =
            Set.of("your", "username", "user", "path", "my", "owner", "org", "organization", "example", "namespace");

    private ModelIds() {}

    /** Ids of the form {@code owner/name} with their lines, in order; one may come twice. */
    static List<TextLine> of(List<PythonToken> tokens) {
        List<TextLine> ids = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            boolean call = token.kind() == Kind.WORD
                    && tokens.get(i + 1).isSign("(")
                    && (BY_POSITION.contains(token.text()) || token.isWord("pipeline"));
            if (call) {
                arguments(tokens, i + 2, BY_POSITION.contains(token.text()), ids);
            }
        }
        return ids;
    }

    /** Reads the arguments of one call, those of calls within it left out. */
    private static void arguments(List<PythonToken> tokens, int from, boolean position, List<TextLine> ids) {
        List<TextLine> found = new ArrayList<>();
        int depth = 0;
        boolean model = true;
        // A call is short; a bracket that never closes must not cost the whole file at every call.
        int end = Math.min(tokens.size() - 1, from + 400);
        for (int i = from; i < end && depth >= 0; i++) {
            PythonToken token = tokens.get(i);
            depth += token.isSign("(") || token.isSign("[") || token.isSign("{") ? 1 : 0;
            depth -= token.isSign(")") || token.isSign("]") || token.isSign("}") ? 1 : 0;
            boolean whole = tokens.get(i + 1).isSign(",") || tokens.get(i + 1).isSign(")");
            if (depth == 0 && token.isString() && whole) {
                String keyword =
                        tokens.get(i - 1).isSign("=") ? tokens.get(i - 2).text() : "";
                boolean first = position && i == from;
                if (first || KEYWORDS.contains(keyword)) {
                    found.add(new TextLine(token.text(), token.line()));
                }
                model &= !keyword.equals("repo_type") || token.text().equals("model");
            }
        }
        if (model) {
            found.stream().filter(id -> isId(id.text())).forEach(ids::add);
        }
    }

    private static boolean isId(String text) {
        int slash = text.indexOf('/');
        String owner = slash < 0 ? "" : text.substring(0, slash).toLowerCase(Locale.ROOT);
        if (slash <= 0 || slash != text.lastIndexOf('/') || isPlaceholder(owner)) {
            return false;
        }
        try {
            return ModelReference.parse(text).id().equals(text);
        } catch (InvalidReferenceException e) {
            return false;
        }
    }

    private static boolean isPlaceholder(String owner) {
        String first = owner.split("[-_.]", 2)[0];
        return PLACEHOLDERS.contains(first) || first.isEmpty() || owner.equals("models") || owner.equals("checkpoints");
    }
}
