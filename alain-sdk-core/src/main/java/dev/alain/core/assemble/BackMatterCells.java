package dev.alain.core.assemble;

import dev.alain.lesson.Outline;
import dev.alain.lesson.Reference;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.List;

/** Troubleshooting, summary, next steps and references. */
final class BackMatterCells {
    private final Templates templates;
    private final Dossier dossier;
    private final Outline outline;

    BackMatterCells(Templates templates, Dossier dossier, Outline outline) {
        this.templates = templates;
        this.dossier = dossier;
        this.outline = outline;
    }

    void write(Draft draft) {
        boolean torch = outline.setup().requirements().stream().anyMatch(line -> line.startsWith("torch=="));
        String table = templates.text("troubleshooting.md")
                + (torch ? "\n" + templates.text("troubleshooting-torch.md") : "")
                + (dossier.is(Fact.GATED) ? "\n" + templates.text("troubleshooting-gated.md") : "");
        draft.markdown("troubleshooting", "troubleshooting", "## Troubleshooting", table);
        draft.markdown("summary", "summary", "## Summary", outline.summary());
        draft.markdown("next-steps", "next-steps", "## Next steps", FrontMatterCells.bullets(outline.nextSteps()));
        draft.markdown("references", "references", "## References", references());
    }

    private String references() {
        List<String> lines = new ArrayList<>();
        for (Reference reference : outline.references()) {
            String revision = reference.revision().isEmpty() ? "" : ", revision `" + reference.revision() + "`";
            lines.add("- [" + reference.title() + "](" + reference.url() + ")" + revision);
        }
        return String.join("\n", lines);
    }

    /** A URL that can stand in a Markdown link as it is. */
    static boolean isPlainUrl(String url) {
        return url.startsWith("https://") && url.chars().noneMatch(c -> c <= ' ' || "()<>\"`[]{}|\\".indexOf(c) >= 0);
    }
}
