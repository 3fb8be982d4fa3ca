package dev.alain.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.ValidationReport.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was set aside on purpose, by options or by the notebook's own metadata.
 *
 * <p>A notebook cannot waive findings about its own safety or format: whoever wrote a key into it could waive the
 * finding too. Options can.
 */
final class Waivers {
    private static final Set<String> NOT_BY_THE_NOTEBOOK = Set.of("security", "format");

    private final List<Waiver> ofOptions;
    private final List<Waiver> ofNotebook;
    private final Set<Waiver> used = new LinkedHashSet<>();

    private Waivers(List<Waiver> ofOptions, List<Waiver> ofNotebook) {
        this.ofOptions = ofOptions;
        this.ofNotebook = ofNotebook;
    }

    static Waivers of(ValidationOptions options, NotebookView view) {
        List<Waiver> own = new ArrayList<>();
        for (JsonNode waiver : view.metadata().path("alain").path("waivers")) {
            String reason = waiver.path("reason").asText("").strip();
            if (!reason.isEmpty()) {
                own.add(new Waiver(
                        waiver.path("rule").asText(), waiver.path("cell").asText(), reason));
            }
        }
        return new Waivers(options.waivers(), own);
    }

    /** The findings that stay. */
    List<Finding> setAside(List<Finding> findings, Map<String, RuleInfo> infos) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            RuleInfo info = infos.get(finding.ruleId());
            boolean guarded = info != null && info.profiles().stream().anyMatch(NOT_BY_THE_NOTEBOOK::contains);
            if (!isWaived(finding, ofOptions) && (guarded || !isWaived(finding, ofNotebook))) {
                kept.add(finding);
            }
        }
        return kept;
    }

    private boolean isWaived(Finding finding, List<Waiver> waivers) {
        for (Waiver waiver : waivers) {
            boolean here = waiver.cell().isEmpty()
                    || waiver.cell().equals(finding.cellId().orElse(""));
            if (here && waiver.rule().equals(finding.ruleId())) {
                used.add(waiver);
                return true;
            }
        }
        return false;
    }

    /** Those that set something aside, in order. */
    List<Waiver> used() {
        return List.copyOf(used);
    }
}
