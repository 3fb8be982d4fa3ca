package dev.alain.samples.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The notebooks that files and folders stand for, in order, each once. */
final class NotebookFiles {
    private NotebookFiles() {}

    /**
     * Folders are searched for {@code .ipynb}, but for hidden folders in them; links to folders are not followed.
     *
     * @throws IOException if a file is missing or a folder cannot be read
     */
    static List<Path> find(Collection<String> named) throws IOException {
        Map<Path, Path> found = new LinkedHashMap<>();
        for (String name : named) {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                inside(file).forEach(inner -> found.putIfAbsent(place(inner), inner));
            } else if (name.equals("-") || Files.exists(file)) {
                found.putIfAbsent(place(file), file);
            } else {
                throw new IOException("there is no file " + file);
            }
        }
        return List.copyOf(found.values());
    }

    /** A file that is named in two ways must not be mended by two threads. */
    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static List<Path> inside(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                return inner.equals(folder) || !isHidden(inner)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".ipynb") && Files.isRegularFile(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                throw new IOException("the folder " + file + " cannot be read", problem);
            }
        });
        return found.stream().sorted().toList();
    }

    private static boolean isHidden(Path folder) {
        Path name = folder.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
