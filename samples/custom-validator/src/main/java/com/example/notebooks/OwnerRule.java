package com.example.notebooks;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Every notebook names its owner. */
final class OwnerRule implements NotebookRule {
    private static final RuleInfo INFO =
            new RuleInfo("ACME001", "owner", "The metadata name an owner", Severity.ERROR, Set.of("acme"), true);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        if (notebook.metadata().path("owner").asText().isBlank()) {
            TextNode owner = TextNode.valueOf(notebook.setting("ACME001.owner").orElse("notebooks@acme.example"));
            findings.report(Finding.of(INFO, "nobody owns this notebook")
                    .remedy("set \"owner\" in its metadata")
                    .fixes(Fix.safe("names " + owner.textValue(), new Fix.SetMetadata("", "/owner", owner)))
                    .build());
        }
    }
}
