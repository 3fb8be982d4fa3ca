package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The questions that validators ask of a JSON value; each reports what it found and where. */
final class FormatChecks {
    private final List<FormatProblem> problems;

    FormatChecks() {
        this(new ArrayList<>());
    }

    FormatChecks(List<FormatProblem> problems) {
        this.problems = problems;
    }

    List<FormatProblem> problems() {
        return problems;
    }

    void report(String at, String message) {
        problems.add(new FormatProblem(at, message));
    }

    boolean isObject(String at, JsonNode value) {
        return value.isObject() || refuse(at, missingOr(value, "must be an object"));
    }

    boolean isArray(String at, JsonNode value) {
        return value.isArray() || refuse(at, missingOr(value, "must be an array"));
    }

    boolean isString(String at, JsonNode value) {
        return value.isTextual() || refuse(at, missingOr(value, "must be a string"));
    }

    void optionalString(String at, JsonNode value) {
        if (!value.isMissingNode()) {
            isString(at, value);
        }
    }

    boolean isMultiline(String at, JsonNode value) {
        return value.isTextual()
                || Lines.isListOfStrings(value)
                || refuse(at, missingOr(value, "must be a string or an array of strings"));
    }

    /** An execution count: an integer of at least 0, or null; it must be there. */
    void isCount(String at, String key, JsonNode holder) {
        JsonNode count = holder.path(key);
        boolean number = count.isIntegralNumber() && count.bigIntegerValue().signum() >= 0;
        if (!number && !count.isNull()) {
            report(at + "." + key, missingOr(count, "must be an integer of at least 0, or null"));
        }
    }

    void onlyKeys(String at, JsonNode object, Set<String> allowed) {
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!allowed.contains(name)) {
                report(at, "has \"" + name + "\", which this format does not allow here");
            }
        }
    }

    static String missingOr(JsonNode value, String expected) {
        return value.isMissingNode() ? "is missing; it " + expected : expected + ", found " + excerpt(value);
    }

    private static String excerpt(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private boolean refuse(String at, String message) {
        report(at, message);
        return false;
    }
}
