package dev.alain.validators.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value.
 *
 * @param data a {@code String} (bytes too, one character each), a {@code Long}, a {@code Boolean}, a list of values, or
 *     null when not known
 * @param name what it is called: {@code os.system}, {@code requests.get()} for what that call gave; empty for no name
 * @param origins where it comes from: {@code environment}, {@code fetched}, {@code decoded}, a path of credentials, …
 */
public record Value(@Nullable Object data, String name, Set<String> origins) {
    /** Longer texts and lists count as not known, so that no code makes them grow for ever. */
    private static final int MOST = 200_000;

    /** Forgets data that is too long. */
    public Value {
        boolean longText = data instanceof String text && text.length() > MOST;
        boolean longList = data instanceof List<?> list && list.size() > MOST / 10;
        data = longText || longList ? null : data;
    }

    /** A value of which nothing is known. */
    public static final Value UNKNOWN = new Value(null, "", Set.of());

    static Value of(Object data) {
        return new Value(data, "", Set.of());
    }

    static Value named(String name) {
        return new Value(null, name, Set.of());
    }

    /** The text when it is known and is one. */
    public Optional<String> text() {
        return data instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The texts of a list whose items are known, in order; unknown items are empty texts. */
    public List<String> texts() {
        return items().stream().map(item -> item.text().orElse("")).toList();
    }

    /** The items of a list; none for anything else. */
    @SuppressWarnings("unchecked")
    public List<Value> items() {
        return data instanceof List<?> list ? (List<Value>) list : List.of();
    }

    /** Whether it is a list whose items are looked at one by one. */
    public boolean isList() {
        return data instanceof List<?>;
    }

    /** Whether it comes from somewhere. */
    public boolean isFrom(String origin) {
        return origins.contains(origin);
    }

    /** Whether all of it is known. */
    public boolean isKnown() {
        return data != null && items().stream().allMatch(Value::isKnown);
    }

    Value from(Set<String> more) {
        if (origins.containsAll(more)) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(origins);
        all.addAll(more);
        return new Value(data, name, Set.copyOf(all));
    }

    Value from(String origin) {
        return from(Set.of(origin));
    }

    /** All origins of some values. */
    static Set<String> originsOf(List<Value> values) {
        Set<String> all = new LinkedHashSet<>();
        values.forEach(value -> all.addAll(value.origins()));
        return Set.copyOf(all);
    }
}
