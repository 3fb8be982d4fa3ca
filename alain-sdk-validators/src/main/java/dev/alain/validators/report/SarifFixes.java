package dev.alain.validators.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.validation.Finding;
import dev.alain.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fixes as replacements in the notebook's JSON, for those that change the text of cells only. */
final class SarifFixes {
    private final SourceMap map;
    private final GuardedCells guarded;
    private final ObjectNode artifact;

    SarifFixes(SourceMap map, GuardedCells guarded, ObjectNode artifact) {
        this.map = map;
        this.guarded = guarded;
        this.artifact = artifact;
    }

    /** The fixes of a finding that can be told; often none. */
    ArrayNode of(Finding finding) {
        ArrayNode fixes = JsonText.MAPPER.createArrayNode();
        for (Fix fix : finding.fixes()) {
            if (!fix.edits().isEmpty() && guarded.mayTell(fix)) {
                replacements(fix).ifPresent(replacements -> {
                    ObjectNode json = fixes.addObject();
                    json.putObject("description").put("text", fix.title());
                    ObjectNode change = json.putArray("artifactChanges").addObject();
                    change.set("artifactLocation", artifact.deepCopy());
                    change.putArray("replacements").addAll(replacements);
                    json.putObject("properties").put("safe", fix.safe());
                });
            }
        }
        return fixes;
    }

    private Optional<List<ObjectNode>> replacements(Fix fix) {
        List<ObjectNode> replacements = new ArrayList<>();
        for (Fix.Edit edit : fix.edits()) {
            Optional<ObjectNode> replacement = replacement(edit);
            if (replacement.isEmpty()) {
                return Optional.empty();
            }
            replacements.add(replacement.get());
        }
        return Optional.of(replacements);
    }

    private Optional<ObjectNode> replacement(Fix.Edit edit) {
        if (edit instanceof Fix.ReplaceCell replace) {
            return map.cell(replace.cellId())
                    .map(text -> replacement(text.start(), text.end(), '"' + quoted(replace.source()) + '"'));
        } else if (edit instanceof Fix.ReplaceRange range) {
            return map.cell(range.cellId())
                    .flatMap(text -> text.find(range.firstLine(), range.firstColumn())
                            .flatMap(from -> text.find(range.lastLine(), range.lastColumn())
                                    .map(to -> replacement(from, to, quoted(range.text())))));
        }
        return Optional.empty();
    }

    private static ObjectNode replacement(FilePlace from, FilePlace to, String text) {
        ObjectNode replacement = JsonText.MAPPER.createObjectNode();
        replacement.set("deletedRegion", region(from, to));
        replacement.putObject("insertedContent").put("text", text);
        return replacement;
    }

    static ObjectNode region(FilePlace from, FilePlace to) {
        return JsonText.MAPPER
                .createObjectNode()
                .put("startLine", from.line())
                .put("startColumn", from.column())
                .put("endLine", to.line())
                .put("endColumn", to.column());
    }

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(WellFormed.of(text)));
    }
}
