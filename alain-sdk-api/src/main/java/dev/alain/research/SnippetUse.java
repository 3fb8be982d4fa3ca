package dev.alain.research;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a snippet is for. */
public enum SnippetUse {
    /** Loads the model or calls it. */
    USAGE,
    /** Installs packages. */
    INSTALL,
    /** Trains or fine-tunes. */
    TRAINING,
    /** Starts a server or a command-line tool. */
    SERVING,
    /** Cites the model. */
    CITATION,
    /** Anything else: printed output, configuration, a template. */
    OTHER;

    /** The lower-case name, as in JSON. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static SnippetUse parse(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
