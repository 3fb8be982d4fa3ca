package dev.alain.validators.rules.colab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many parameters a model has, in billions, as its id says.
 *
 * <p>A short dated table goes first, for ids without a number and for those whose number misleads.
 */
final class ModelSize {
    /** No model has more; a larger number is a date or a count of tokens. */
    private static final double MOST = 3000;

    /** Fewer are not written this way: {@code -1M} is a context length. */
    private static final double LEAST = 0.002;

    private static final List<Map.Entry<String, Double>> KNOWN = known();

    private ModelSize() {}

    private static List<Map.Entry<String, Double>> known() {
        List<Map.Entry<String, Double>> known = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : DataFile.json(ModelSize.class, "model-sizes.json")
                .path("billions")
                .properties()) {
            known.add(Map.entry(entry.getKey(), entry.getValue().doubleValue()));
        }
        known.sort(Comparator.comparing(entry -> -entry.getKey().length()));
        return List.copyOf(known);
    }

    /** The parameters of a model in billions; empty for a local path and for an id that does not say. */
    static OptionalDouble ofId(String id) {
        if (id.isBlank() || id.length() > 200 || "./~".indexOf(id.charAt(0)) >= 0 || id.indexOf('\\') >= 0) {
            return OptionalDouble.empty();
        }
        String name = id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Optional<Map.Entry<String, Double>> known =
                KNOWN.stream().filter(entry -> name.startsWith(entry.getKey())).findFirst();
        return known.isPresent() ? OptionalDouble.of(known.get().getValue()) : written(name);
    }

    /** The largest number in a name that stands before a B or M; those after it are context lengths and active parts. */
    private static OptionalDouble written(String name) {
        double most = 0;
        for (int i = 0; i < name.length(); i++) {
            if (isDigit(name, i) && isStart(name, i)) {
                most = Math.max(most, sizeAt(name, i));
            }
        }
        return most >= LEAST && most <= MOST ? OptionalDouble.of(most) : OptionalDouble.empty();
    }

    /** Whether a number starts here, not its fraction: 1.5b, 1_6b. */
    private static boolean isStart(String name, int i) {
        if (i == 0) {
            return true;
        }
        char before = name.charAt(i - 1);
        boolean afterDigit = i >= 2 && isDigit(name, i - 2);
        boolean alone = i == 2 || i > 2 && !Character.isLetterOrDigit(name.charAt(i - 3));
        boolean fraction = afterDigit && (before == '.' || before == '_' && alone && isUnit(at(name, i + 1)));
        return !fraction && !Character.isLetterOrDigit(before);
    }

    private static double sizeAt(String name, int start) {
        int i = digits(name, start);
        double number = number(name, start, i);
        int fraction = digits(name, i + 1);
        boolean point = at(name, i) == '.' && fraction > i + 1;
        // Names that may hold no point write 1_6b.
        boolean underscore = at(name, i) == '_' && i == start + 1 && fraction == i + 2;
        if (at(name, i) == 'x' && isDigit(name, i + 1)) {
            return number * sizeAt(name, i + 1);
        }
        if (point || underscore && isUnit(at(name, fraction))) {
            number = Double.parseDouble(name.substring(start, i) + "." + name.substring(i + 1, fraction));
            i = fraction;
        }
        return isUnit(at(name, i)) ? number * scale(name, i) : 0;
    }

    /** What the unit at an index makes of a number; 0 when it is no unit: 8bit, 10bt. */
    private static double scale(String name, int i) {
        double unit = at(name, i) == 'b' ? 1 : 0.001;
        char next = at(name, i + 1);
        if (!Character.isLetterOrDigit(next)) {
            return unit;
        }
        int after = digits(name, i + 1);
        // 2b4t: parameters and tokens. 7b1: a fraction behind the unit, read below.
        return after > i + 1
                        && (at(name, after) == 't' || after == i + 2 && !Character.isLetterOrDigit(at(name, after)))
                ? unit
                : 0;
    }

    private static double number(String name, int start, int end) {
        int fractionEnd = digits(name, end + 1);
        boolean behind =
                at(name, end) == 'b' && fractionEnd == end + 2 && !Character.isLetterOrDigit(at(name, end + 2));
        String whole = end - start > 6 ? "999999" : name.substring(start, end);
        return Double.parseDouble(behind ? whole + "." + name.charAt(end + 1) : whole);
    }

    private static int digits(String name, int from) {
        int i = from;
        while (isDigit(name, i)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(String name, int i) {
        return at(name, i) >= '0' && at(name, i) <= '9';
    }

    private static boolean isUnit(char c) {
        return c == 'b' || c == 'm';
    }

    private static char at(String name, int i) {
        return i < name.length() ? name.charAt(i) : ' ';
    }
}
