package dev.alain.validators.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secrets under keys that no format has: nothing shows them, and they are shared all the same. */
final class StrayLeaks {
    private static final Set<String> OF_FILE = Set.of("cells", "metadata", "nbformat", "nbformat_minor", "worksheets");
    private static final Set<String> OF_CELL =
            Set.of("cell_type", "id", "metadata", "source", "outputs", "execution_count", "attachments");

    private StrayLeaks() {}

    static List<FoundLeak> of(NotebookView view) {
        List<FoundLeak> found = new ArrayList<>();
        in(view.json(), OF_FILE, found);
        view.json().path("cells").forEach(cell -> in(cell, OF_CELL, found));
        return found;
    }

    private static void in(JsonNode object, Set<String> known, List<FoundLeak> found) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!known.contains(entry.getKey())) {
                List<Leak> leaks = new ArrayList<>(SecretScanner.scan(entry.getKey()));
                leaks.addAll(SecretScanner.scan(entry.getKey() + "\n" + JsonTexts.flat(entry.getValue())));
                leaks.forEach(leak -> found.add(new FoundLeak(
                        leak, "", "a key that no notebook has", Optional.empty(), List.of(new Fix.Normalize()))));
            }
        }
    }
}
