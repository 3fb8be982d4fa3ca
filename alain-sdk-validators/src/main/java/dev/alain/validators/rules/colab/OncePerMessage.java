package dev.alain.validators.rules.colab;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import java.util.HashSet;
import java.util.Set;

/** Passes on the first finding of each message: the same again follows from it. */
public final class OncePerMessage implements FindingSink {
    private final FindingSink sink;
    private final Set<String> told = new HashSet<>();

    private OncePerMessage(FindingSink sink) {
        this.sink = sink;
    }

    /** Passes on to a sink. */
    public static OncePerMessage to(FindingSink sink) {
        return new OncePerMessage(sink);
    }

    @Override
    public void report(Finding finding) {
        if (told.add(finding.message())) {
            sink.report(finding);
        }
    }
}
