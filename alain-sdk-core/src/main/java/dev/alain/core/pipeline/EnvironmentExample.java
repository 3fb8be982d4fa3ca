package dev.alain.core.pipeline;

import dev.alain.lesson.Outline;

/** An example of the environment that a manual reads: names and meanings, never values. */
final class EnvironmentExample {
    private EnvironmentExample() {}

    static String of(Outline outline) {
        StringBuilder text =
                new StringBuilder("# Copy to .env.local and fill in what you need. Never commit the copy.\n");
        for (String line : outline.setup().environment()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            text.append("\n# ")
                    .append(colon < 0 ? "" : line.substring(colon + 1).strip())
                    .append('\n');
            text.append("# ").append(name).append("=\n");
        }
        return text.toString();
    }
}
