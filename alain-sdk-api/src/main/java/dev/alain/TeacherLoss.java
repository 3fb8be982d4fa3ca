package dev.alain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens when the teacher refuses authentication or never answers before an outline exists. */
public enum TeacherLoss {
    /** The run ends with a typed error. */
    FAIL,
    /** The offline teacher writes the whole manual, and the report says so. */
    OFFLINE;

    /** The lower-case name, as in JSON. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
