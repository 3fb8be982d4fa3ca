package dev.alain.validators.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.Cell;
import dev.alain.validation.Fix;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets in embedded files that are text, and in the names of files. */
final class AttachmentLeaks {
    private AttachmentLeaks() {}

    static List<FoundLeak> of(Cell cell) {
        List<FoundLeak> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file :
                cell.toJson().path("attachments").properties()) {
            List<Leak> inName = SecretScanner.scan(file.getKey());
            for (Leak leak : inName) {
                found.add(new FoundLeak(leak, cell.id(), "the name of an attachment", Optional.empty(), List.of()));
            }
            List<Fix.Edit> removal =
                    inName.isEmpty() ? List.of(new Fix.RemoveAttachment(cell.id(), file.getKey())) : List.of();
            for (Leak leak : inFile(file.getValue())) {
                String name = inName.isEmpty() ? "the attachment " + file.getKey() : "an attachment";
                found.add(new FoundLeak(leak, cell.id(), name, Optional.empty(), removal));
            }
        }
        return found;
    }

    private static List<Leak> inFile(JsonNode bundle) {
        List<Leak> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : bundle.properties()) {
            if (OutputTexts.isText(part.getKey())) {
                String text =
                        part.getValue().isTextual() ? part.getValue().textValue() : JsonTexts.flat(part.getValue());
                found.addAll(SecretScanner.scan(text));
                found.addAll(SecretScanner.scan(decoded(text)));
            }
        }
        return found;
    }

    /** Jupyter stores every embedded file in base64; empty when it is none. */
    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
