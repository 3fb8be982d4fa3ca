package dev.alain.validators.rules.security;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.secrets.FoundLeak;
import dev.alain.validators.secrets.Leak;
import dev.alain.validators.secrets.NotebookLeaks;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reports the secrets of some kinds, without a word of what they are. */
final class LeakFindings {
    private static final int MOST_IN_A_CELL = 20;

    private LeakFindings() {}

    static void report(RuleInfo info, NotebookView view, FindingSink findings, Set<Leak.Kind> kinds, String remedy) {
        Map<String, Integer> reported = new HashMap<>();
        for (FoundLeak found : NotebookLeaks.of(view).leaks()) {
            if (kinds.contains(found.leak().kind())
                    && reported.merge(found.cellId(), 1, Integer::sum) <= MOST_IN_A_CELL) {
                findings.report(finding(info, found, remedy));
            }
        }
    }

    private static Finding finding(RuleInfo info, FoundLeak found, String remedy) {
        Leak leak = found.leak();
        Finding.Builder builder = Finding.of(info, leak.label() + " stands in " + found.where())
                .remedy(remedy)
                .evidence(leak.evidence());
        if (!found.cellId().isEmpty()) {
            builder.cell(found.cellId());
        }
        found.place().ifPresent(builder::place);
        Fix instruct = Fix.instruct(found.cellId(), instruction(leak));
        return (found.edits().isEmpty()
                        ? builder.fixes(instruct)
                        : builder.fixes(Fix.safe(title(found), found.edits().toArray(Fix.Edit[]::new)), instruct))
                .build();
    }

    private static String title(FoundLeak found) {
        Fix.Edit edit = found.edits().get(0);
        if (edit instanceof Fix.RemoveOutputs) {
            return "removes the outputs that show " + found.leak().label();
        } else if (edit instanceof Fix.RemoveAttachment) {
            return "removes the attachment that holds " + found.leak().label();
        } else if (edit instanceof Fix.Normalize) {
            return "writes the file without keys that no notebook has";
        }
        return "blots out " + found.leak().label();
    }

    private static String instruction(Leak leak) {
        return "Take " + leak.label() + " out of the notebook and read it from the environment variable "
                + leak.variable() + " instead; have the old one revoked.";
    }
}
