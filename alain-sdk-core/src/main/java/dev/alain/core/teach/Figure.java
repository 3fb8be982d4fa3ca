package dev.alain.core.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers of a sentence, with their units: {@code 20.9 billion}, {@code 7b}, {@code 128k}, {@code 131,072}. */
final class Figure {
    private final List<Double> values = new ArrayList<>();

    /**
     * @param text in lower case
     */
    Figure(String text) {
        int i = 0;
        while (i < text.length()) {
            boolean digit = Character.isDigit(text.charAt(i));
            boolean word = i > 0 && (Character.isLetterOrDigit(text.charAt(i - 1)) || text.charAt(i - 1) == '-');
            if (digit && !word) {
                i = number(text, i);
            } else {
                i++;
            }
        }
    }

    private int number(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || isInside(text, end))) {
            end++;
        }
        double value;
        try {
            value = Double.parseDouble(text.substring(start, end).replace(",", ""));
        } catch (NumberFormatException e) {
            return end;
        }
        values.add(value
                * unit(text.substring(end, Math.min(text.length(), end + 10)).toLowerCase(Locale.ROOT)));
        return end;
    }

    private static boolean isInside(String text, int at) {
        return ".,".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private static double unit(String rest) {
        String text = rest.strip();
        if (text.startsWith("billion") || isLetter(rest, 'b')) {
            return 1e9;
        }
        if (text.startsWith("million") || isLetter(rest, 'm')) {
            return 1e6;
        }
        return isLetter(rest, 'k') ? 1_024 : text.startsWith("trillion") ? 1e12 : 1;
    }

    private static boolean isLetter(String rest, char unit) {
        return !rest.isEmpty() && rest.charAt(0) == unit && (rest.length() == 1 || !Character.isLetter(rest.charAt(1)));
    }

    /** The last number; 0 when there is none. */
    double last() {
        return values.isEmpty() ? 0 : values.get(values.size() - 1);
    }

    /** All of them, in order. */
    List<Double> all() {
        return List.copyOf(values);
    }
}
