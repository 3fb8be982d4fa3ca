package dev.alain.core.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that fill the blanks of a script: texts and lists of texts by name.
 *
 * <p>A blank in code becomes a Python literal, so no value can break out of its quotes; {@code {{=name}}} puts a value
 * into code as it stands and takes only identifiers and numbers. A blank without a value is an error of the script.
 */
public final class Slots {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Slots put(String name, String text) {
        values.put(name, text);
        return this;
    }

    public Slots put(String name, List<String> texts) {
        values.put(name, List.copyOf(texts));
        return this;
    }

    /** Fills the blanks of prose; lists are joined by commas. */
    public String prose(String template) {
        return fill(template, (name, raw) -> {
            Object value = value(name);
            return value instanceof List<?> list ? String.join(", ", strings(list)) : value.toString();
        });
    }

    /** Fills the blanks of Python. */
    public String python(String template) {
        return fill(template, (name, raw) -> {
            Object value = value(name);
            if (raw) {
                return bare(name, value.toString());
            }
            return value instanceof List<?> list
                    ? PythonLiteral.list(strings(list))
                    : PythonLiteral.text(value.toString());
        });
    }

    private static List<String> strings(List<?> list) {
        return list.stream().map(Object::toString).toList();
    }

    private static String bare(String name, String value) {
        if (!value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.')) {
            throw new IllegalStateException("slot " + name + " holds no identifier: " + value);
        }
        return value;
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value for the blank {{" + name + "}}");
        }
        return value;
    }

    private static String fill(String template, Filler filler) {
        int open = template.indexOf("{{");
        if (open < 0) {
            return template;
        }
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (open >= 0) {
            int close = template.indexOf("}}", open);
            String name = close < 0 ? "" : template.substring(open + 2, close);
            boolean raw = name.startsWith("=");
            String bare = raw ? name.substring(1) : name;
            boolean blank = !bare.isEmpty()
                    && bare.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'));
            filled.append(template, at, open);
            if (blank) {
                filled.append(filler.value(bare, raw));
                at = close + 2;
            } else {
                filled.append("{{");
                at = open + 2;
            }
            open = template.indexOf("{{", at);
        }
        return filled.append(template, at, template.length()).toString();
    }

    @FunctionalInterface
    private interface Filler {
        String value(String name, boolean raw);
    }
}
