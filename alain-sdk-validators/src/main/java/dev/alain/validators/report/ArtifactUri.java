package dev.alain.validators.report;

import java.nio.charset.StandardCharsets;

/** The path of a file as a URI reference, RFC 3986. */
final class ArtifactUri {
    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private ArtifactUri() {}

    /** A relative reference for a relative path, a {@code file:} URI for an absolute one. */
    static String of(String file) {
        String path = WellFormed.of(file);
        if (path.length() > 2 && path.charAt(1) == ':' && (path.charAt(2) == '\\' || path.charAt(2) == '/')) {
            return "file:///" + path.charAt(0) + ":" + encoded(path.substring(2).replace('\\', '/'));
        }
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return path.startsWith("/") ? "file://" + encoded(path) : encoded(path);
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0);
            if (plain) {
                uri.append((char) b);
            } else {
                uri.append('%').append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
                uri.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return uri.toString();
    }
}
