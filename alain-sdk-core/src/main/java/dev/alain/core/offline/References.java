package dev.alain.core.offline;

import dev.alain.core.text.MarkdownText;
import dev.alain.lesson.Reference;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.List;

/** Where a manual sends its reader: the model's page, its licence, its papers, its libraries. */
final class References {
    private final Dossier dossier;
    private final LessonPlan plan;

    References(Dossier dossier, LessonPlan plan) {
        this.dossier = dossier;
        this.plan = plan;
    }

    List<Reference> all() {
        List<Reference> references = new ArrayList<>();
        String revision = dossier.value(Fact.REVISION).orElse("");
        if (!dossier.modelId().isEmpty()) {
            references.add(new Reference(
                    "Model card of " + MarkdownText.inline(dossier.name()),
                    "https://huggingface.co/" + dossier.modelId(),
                    revision));
        }
        dossier.value(Fact.LICENSE_LINK)
                .filter(link ->
                        link.startsWith("https://") && !link.equals("https://huggingface.co/" + dossier.modelId()))
                .filter(link -> link.chars().noneMatch(c -> c <= ' ' || "()<>\"`[]{}|\\".indexOf(c) >= 0))
                .ifPresent(link -> references.add(new Reference(
                        "Licence: "
                                + dossier.value(Fact.LICENSE)
                                        .map(MarkdownText::inline)
                                        .orElse("see page"),
                        link,
                        "")));
        dossier.values(Fact.PAPER).stream()
                .filter(id -> id.chars().allMatch(c -> Character.isDigit(c) || c == '.'))
                .limit(3)
                .forEach(id -> references.add(new Reference("Paper arXiv:" + id, "https://arxiv.org/abs/" + id, "")));
        for (String line : plan.head("reference")) {
            int bar = line.lastIndexOf(" | ");
            references.add(new Reference(line.substring(0, bar), line.substring(bar + 3), ""));
        }
        return references;
    }
}
