package dev.alain.validators.rules.colab;

import java.util.ArrayList;
import java.util.List;

/** The versions that a requirement allows, as pip reads {@code ==1.26.4}, {@code >=2,<3} and {@code ~=1.4}. */
record VersionRange(List<Bound> bounds) {
    private static final List<String> OPERATORS = List.of("===", "==", "~=", "!=", "<=", ">=", "<", ">");

    VersionRange {
        bounds = List.copyOf(bounds);
    }

    /** One comparison. */
    record Bound(String operator, List<Integer> version, boolean wildcard) {
        Bound {
            version = List.copyOf(version);
        }
    }

    /** Reads what follows a package's name; what cannot be read allows everything. */
    static VersionRange parse(String text) {
        List<Bound> bounds = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String bound = part.strip();
            for (String operator : OPERATORS) {
                if (bound.startsWith(operator)) {
                    String version = bound.substring(operator.length()).strip();
                    bounds.add(new Bound(operator, numbers(version), version.endsWith(".*")));
                    break;
                }
            }
        }
        bounds.removeIf(bound -> bound.version().isEmpty());
        return new VersionRange(bounds);
    }

    /** The release numbers at a version's start. */
    static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("\\.", -1)) {
            int end = 0;
            while (end < part.length() && end < 9 && part.charAt(end) >= '0' && part.charAt(end) <= '9') {
                end++;
            }
            if (end == 0) {
                break;
            }
            numbers.add(Integer.parseInt(part.substring(0, end)));
            if (end < part.length()) {
                break;
            }
        }
        return numbers;
    }

    /** Whether an installed version may stay, a pin to another patch of its minor version aside. */
    boolean allows(String installed) {
        List<Integer> version = numbers(installed);
        return bounds.stream().allMatch(bound -> allows(bound, version));
    }

    private static boolean allows(Bound bound, List<Integer> installed) {
        int order = compare(installed, bound.version());
        return switch (bound.operator()) {
            case "==", "===" ->
                sameStart(
                        installed, bound.version(), Math.min(2, bound.version().size()));
            case "~=" ->
                order >= 0
                        && sameStart(installed, bound.version(), bound.version().size() - 1);
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> true;
        };
    }

    /** Whether only versions before a major one are allowed. */
    boolean staysBelow(int major) {
        return bounds.stream()
                .filter(bound ->
                        !bound.operator().startsWith(">") && !bound.operator().equals("!="))
                .anyMatch(bound -> bound.version().get(0) < major
                        || bound.operator().equals("<") && compare(bound.version(), List.of(major)) <= 0);
    }

    private static boolean sameStart(List<Integer> one, List<Integer> other, int length) {
        for (int i = 0; i < length; i++) {
            if (part(one, i) != part(other, i)) {
                return false;
            }
        }
        return true;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            if (part(one, i) != part(other, i)) {
                return Integer.compare(part(one, i), part(other, i));
            }
        }
        return 0;
    }

    private static int part(List<Integer> version, int i) {
        return i < version.size() ? version.get(i) : 0;
    }
}
