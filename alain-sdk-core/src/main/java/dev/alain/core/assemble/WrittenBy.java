package dev.alain.core.assemble;

import dev.alain.core.teach.Account;
import java.util.ArrayList;
import java.util.List;

/**
 * Who wrote a step.
 *
 * @param step 0 for the outline
 * @param teacher such as {@code offline}
 * @param fallback whether another teacher was meant to write it
 * @param reason why it didn't; empty when nothing was the matter
 * @param notes what is left open, for the report
 */
public record WrittenBy(int step, String teacher, boolean fallback, String reason, List<String> notes) {
    /** Copies the list. */
    public WrittenBy {
        notes = List.copyOf(notes);
    }

    /** As an account has it, with what a judge found. */
    public static WrittenBy of(int step, Account account, List<String> issues) {
        List<String> notes = new ArrayList<>(account.notes());
        notes.addAll(issues);
        return new WrittenBy(step, account.teacher(), account.fallback(), account.reason(), notes);
    }
}
