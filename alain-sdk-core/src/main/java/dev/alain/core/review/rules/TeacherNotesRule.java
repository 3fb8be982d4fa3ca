package dev.alain.core.review.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.util.Set;

/** Nothing that the teacher was asked to mend is left open. */
final class TeacherNotesRule implements NotebookRule {
    private static final RuleInfo INFO = new RuleInfo(
            "ALN022",
            "teacher-notes",
            "Nothing that the teacher was asked to mend is left open",
            Severity.WARNING,
            Set.of("alain"),
            false);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView notebook, FindingSink findings) {
        for (JsonNode note : notebook.metadata().path("alain").path("notes")) {
            findings.report(Finding.of(INFO, note.path("message").asText())
                    .cell(Contract.firstCell(notebook, note.path("step").asInt()))
                    .remedy("Read the step and mend it by hand, or generate it again")
                    .build());
        }
    }
}
