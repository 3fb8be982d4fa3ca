package dev.alain.validators.packages;

import java.util.Optional;
import java.util.Set;

/**
 * What an install command asks for.
 *
 * @param kind what it names
 * @param name of the package as written; for other kinds the address, path or file as it stands
 * @param specifier versions, such as {@code >=1.0,<2}; empty when any will do
 */
public record Requirement(Requirement.Kind kind, String name, String specifier) {
    /** What can be asked for. */
    public enum Kind {
        /** A package of the index. */
        PACKAGE,
        /** An address, such as {@code git+https://…}, or an archive. */
        ADDRESS,
        /** A folder or file of the machine. */
        PATH,
        /** A file of requirements. */
        FILE,
        /** Something that is known only when the cell runs. */
        DYNAMIC
    }

    private static final Set<String> ENDINGS = Set.of(".whl", ".zip", ".gz", ".tgz", ".bz2", ".egg");

    /** Reads one requirement as pip does; empty when it is none. */
    public static Optional<Requirement> read(String text) {
        String spec = text.strip();
        int comment = spec.indexOf(" #");
        spec = comment < 0 ? spec : spec.substring(0, comment).strip();
        if (spec.isEmpty() || spec.startsWith("#") || spec.startsWith("-")) {
            return Optional.empty();
        }
        if (spec.indexOf('{') >= 0 || spec.indexOf('$') >= 0 || spec.indexOf('%') >= 0 || spec.indexOf('*') == 0) {
            return Optional.of(new Requirement(Kind.DYNAMIC, spec, ""));
        }
        int at = spec.indexOf('@');
        if (at > 0 && spec.indexOf("://") > at && isName(withoutExtras(spec.substring(0, at)))) {
            return Optional.of(
                    new Requirement(Kind.ADDRESS, spec.substring(at + 1).strip(), ""));
        }
        if (spec.contains("://") || spec.startsWith("git+")) {
            return Optional.of(new Requirement(Kind.ADDRESS, spec, ""));
        }
        if (isPath(spec)) {
            return Optional.of(new Requirement(Kind.PATH, spec, ""));
        }
        return named(spec);
    }

    private static Optional<Requirement> named(String spec) {
        int marker = spec.indexOf(';');
        String whole = marker < 0 ? spec : spec.substring(0, marker).strip();
        int end = 0;
        while (end < whole.length() && isNamePart(whole.charAt(end))) {
            end++;
        }
        String name = whole.substring(0, end);
        String rest = whole.substring(end).strip();
        if (rest.startsWith("[") && rest.indexOf(']') > 0) {
            rest = rest.substring(rest.indexOf(']') + 1).strip();
        }
        boolean versions = rest.isEmpty() || "=<>!~@(".indexOf(rest.charAt(0)) >= 0;
        return isName(name) && versions ? Optional.of(new Requirement(Kind.PACKAGE, name, rest)) : Optional.empty();
    }

    /** Whether exactly one version will do. */
    public boolean isPinned() {
        return specifier.startsWith("==") && specifier.indexOf('*') < 0
                || specifier.startsWith("=") && !specifier.startsWith("=<") && specifier.indexOf('*') < 0;
    }

    /** The version that it is pinned to; empty when it is not pinned. */
    public String version() {
        String version = specifier.replace("=", "");
        int comma = version.indexOf(',');
        return isPinned() ? (comma < 0 ? version : version.substring(0, comma)).strip() : "";
    }

    private static String withoutExtras(String name) {
        int bracket = name.indexOf('[');
        return (bracket < 0 ? name : name.substring(0, bracket)).strip();
    }

    private static boolean isPath(String spec) {
        boolean archive = ENDINGS.stream().anyMatch(spec::endsWith);
        return spec.startsWith(".") || spec.indexOf('/') >= 0 || spec.indexOf('\\') >= 0 || archive;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> isNamePart((char) c))
                && Character.isLetterOrDigit(name.charAt(0))
                && Character.isLetterOrDigit(name.charAt(name.length() - 1));
    }

    private static boolean isNamePart(char c) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return letter || c == '-' || c == '_' || c == '.';
    }
}
