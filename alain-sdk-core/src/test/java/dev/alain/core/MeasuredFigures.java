package dev.alain.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what tests measured in {@code target/figures}, so that a report can quote it. */
public final class MeasuredFigures {
    private MeasuredFigures() {}

    public static void note(String name, Object figures) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "figures"));
        Files.writeString(folder.resolve(name + ".txt"), figures + "\n");
    }
}
