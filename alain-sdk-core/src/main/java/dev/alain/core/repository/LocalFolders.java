package dev.alain.core.repository;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Which folders are git repositories. */
final class LocalFolders {
    private LocalFolders() {}

    /**
     * The folder with the objects: the {@code .git} of a folder, or the folder itself when it is bare; empty for a plain
     * one. A {@code .git} that is a file leads to another place, and is not followed.
     */
    static Optional<Path> git(Path folder) {
        Path inside = folder.resolve(".git");
        if (isGit(inside)) {
            return Optional.of(inside);
        }
        return isGit(folder) ? Optional.of(folder) : Optional.empty();
    }

    static boolean isBare(Path folder) {
        return !isGit(folder.resolve(".git")) && isGit(folder);
    }

    private static boolean isGit(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(folder.resolve("objects"), LinkOption.NOFOLLOW_LINKS);
    }
}
